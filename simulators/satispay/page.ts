// The page where the payer is sent: here a person does what in truth happens in the app. Plain forms, no script, and it
// says at the top that it is a simulator.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { body, type Html, html, page, Refusal, redirect } from '../http.ts';
import type { Payment } from './payments.ts';
import { outcomes, type Shop } from './shop.ts';
import { readSwitches } from './switches.ts';
import { type Language, languageOf, words } from './words.ts';

export async function answerPayPage(
  shop: Shop,
  call: IncomingMessage,
  response: ServerResponse,
  url: URL,
  id: string,
): Promise<void> {
  const payment = shop.payments.byId(id);
  if (payment?.type !== 'TO_BUSINESS') throw new Refusal(404, 'no such payment');
  if (call.method === 'POST') return take(shop, payment, call, response, url);
  const origins = payment.redirectUrl ? [new URL(payment.redirectUrl).origin] : [];
  const language = languageOf(call.headers['accept-language']);
  page(response, 200, payPage(shop, payment, language, url.searchParams.has('no-funds')), origins);
}

/** What a person chose. Whatever it is, the way leads back to the merchant, but for what can be tried again here. */
async function take(
  shop: Shop,
  payment: Payment,
  call: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (call.headers['sec-fetch-site'] === 'cross-site') throw new Refusal(403, 'another site cannot pay');
  const form = new URLSearchParams(await body(call));
  const asked = form.get('outcome');
  if (asked === 'expire') {
    if (shop.stateOf(payment) === 'open') shop.expire(payment);
    return redirect(response, payment.redirectUrl ?? url.pathname);
  }
  const chosen = outcomes.find((outcome) => outcome === asked);
  if (!chosen) throw new Refusal(400, 'no outcome chosen');
  payment.switches = { ...payment.switches, ...switchesFrom(form) };
  const acted = await shop.act(payment, chosen);
  if (acted.kind === 'no_funds') return redirect(response, `${url.pathname}?no-funds`);
  redirect(response, acted.kind === 'closed' ? url.pathname : (payment.redirectUrl ?? url.pathname));
}

function switchesFrom(form: URLSearchParams) {
  if (!form.has('notify')) return {};
  const read = readSwitches({
    notify: form.get('notify'),
    notifyFirst: form.has('notifyFirst'),
    wrongToken: form.has('wrongToken'),
    delaySeconds: Number(form.get('delaySeconds') ?? 0),
  });
  if (typeof read === 'string') throw new Refusal(400, read);
  return read;
}

function payPage(shop: Shop, payment: Payment, language: Language, hasNoFunds: boolean): Html {
  const say = words[language];
  const state = shop.stateOf(payment);
  const title = state === 'open' ? (hasNoFunds ? say.noFunds : say.title) : say.closed[state].title;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${say.simulator}</title>
<link rel="stylesheet" href="look.css">
</head>
<body class="hosted">
<header><p class="mark">${phone}${say.simulator}</p><h1>${say.title}</h1><p>${say.honest}</p></header>
<main>
<section class="order" aria-label="${say.order}">
<p class="label">${say.to}</p>
<p class="amount">${amountHtml(payment.amountCents, language)}</p>
<p class="small">${say.order} <span class="id">${payment.externalCode}</span></p>
</section>
${state === 'open' && hasNoFunds && html`<div class="notice bad" role="status"><h2>${say.noFunds}</h2><p>${say.noFundsHint}</p></div>`}
${state === 'open' ? payForm(shop, payment, language) : closedPart(payment, state, language)}
</main>
</body>
</html>`;
}

function payForm(shop: Shop, payment: Payment, language: Language): Html {
  const say = words[language];
  const switches = shop.switchesOf(payment);
  return html`<form method="post">
<h2>${say.inTheApp}</h2>
<p class="small">${say.openUntil(timeOf(payment.expireDate, language))}</p>
<button class="primary" name="outcome" value="paid">${say.pay(money(language).format(payment.amountCents / 100))}</button>
<button class="secondary" name="outcome" value="refused">${say.refuse}</button>
<button class="secondary" name="outcome" value="back">${say.back}</button>
<button class="secondary" name="outcome" value="expire">${say.expire}</button>
<details><summary>${say.behaviour}</summary>
<div class="switches">
<p class="small">${say.behaviourHint}</p>
<label class="line">${say.notify}<select name="notify">${Object.entries(say.notifyOptions).map(
    ([value, text]) => html`<option value="${value}"${value === switches.notify && html` selected`}>${text}</option>`,
  )}</select></label>
<label class="tick"><input type="checkbox" name="notifyFirst"${switches.notifyFirst && html` checked`}>${say.notifyFirst}</label>
<label class="tick"><input type="checkbox" name="wrongToken"${switches.wrongToken && html` checked`}>${say.wrongToken}</label>
<label class="line">${say.delay}<input type="number" name="delaySeconds" min="0" max="7200" value="${switches.delaySeconds}" aria-describedby="delay-hint"></label>
<p class="small" id="delay-hint">${say.delayHint}</p>
</div></details>
</form>`;
}

function closedPart(payment: Payment, state: 'paid' | 'pending' | 'cancelled' | 'expired', language: Language): Html {
  const say = words[language];
  const { title, text } = say.closed[state];
  const tone = { paid: 'ok', pending: 'warn', cancelled: 'info', expired: 'info' }[state];
  const back = { it: 'Torna al sito', en: 'Back to the site', de: 'Zurück zur Website' }[language];
  return html`<div class="notice ${tone}"><h2>${title}</h2><p>${text}</p></div>
${payment.redirectUrl && html`<a class="primary" href="${payment.redirectUrl}">${back}</a>`}`;
}

const phone = html`<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><rect x="6" y="2" width="12" height="20" rx="2.5"/><path d="M10.5 18.5h3"/></svg>`;

const locales = { it: 'it-IT', en: 'en-GB', de: 'de-DE' };
const money = (language: Language) =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR', useGrouping: 'always' });

/** The euros large, the rest at half size. */
function amountHtml(cents: number, language: Language): Html {
  const parts = money(language).formatToParts(cents / 100);
  return html`${parts.map(({ type, value }) =>
    type === 'integer' || type === 'group' ? value : html`<small>${value}</small>`,
  )}`;
}

const timeOf = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: 'Europe/Rome' }).format(new Date(moment));
