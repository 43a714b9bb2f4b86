// The hosted page: a person picks the outcome. Plain forms, no script, and it says at the top that it is a simulator.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { body, type Html, html, page, Refusal, redirect } from '../http.ts';
import { type Gateway, outcomes } from './gateway.ts';
import type { Order } from './orders.ts';
import { readSwitches } from './switches.ts';
import { languageOf, words } from './words.ts';

export async function answerHostedPage(
  gateway: Gateway,
  call: IncomingMessage,
  response: ServerResponse,
  url: URL,
  pageId: string,
): Promise<void> {
  const order = gateway.orders.byPage(pageId);
  if (!order) throw new Refusal(404, 'no such page');
  if (call.method === 'POST') return take(gateway, order, call, response, url);
  const isRefused = url.searchParams.has('refused');
  const origins = [order.resultUrl, order.cancelUrl].map((address) => new URL(address).origin);
  page(response, 200, hostedPage(gateway, order, isRefused), origins);
}

/** What a person chose. A card that is refused leads back here: another one may be tried on the same order. */
async function take(
  gateway: Gateway,
  order: Order,
  call: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (call.headers['sec-fetch-site'] === 'cross-site') throw new Refusal(403, 'another site cannot pay');
  const form = new URLSearchParams(await body(call));
  const chosen = form.has('cancel') ? 'cancelled' : outcomes.find((outcome) => outcome === form.get('outcome'));
  if (!chosen) throw new Refusal(400, 'no outcome chosen');
  order.switches = { ...order.switches, ...switchesFrom(form) };
  const acted = await gateway.act(order, chosen);
  if (acted.kind === 'refused') return redirect(response, `${url.pathname}?refused`);
  if (acted.kind === 'cancelled') return redirect(response, order.cancelUrl);
  redirect(response, acted.kind === 'closed' ? url.pathname : order.resultUrl);
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

function hostedPage(gateway: Gateway, order: Order, isRefused: boolean): Html {
  const language = languageOf(order.language);
  const say = sayingOf(order);
  const state = gateway.stateOf(order);
  const title = state === 'open' ? (isRefused ? say.refused : say.title) : say.closed[state].title;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${say.simulator}</title>
<link rel="stylesheet" href="look.css">
</head>
<body class="hosted">
<header><p class="mark">${order.service === 'MYBANK' ? bank : card}${say.simulator}</p><h1>${say.title}</h1><p>${say.honest}</p></header>
<main>
<section class="order" aria-label="${say.order}">
<p class="label">${say.to}</p>
<p class="amount">${amountHtml(order.amountCents, language)}</p>
<p class="what">${order.description}</p>
<p class="small">${say.order} <span class="id">${order.orderId}</span></p>
</section>
${state === 'open' && isRefused && html`<div class="notice bad" role="status"><h2>${say.refused}</h2><p>${say.refusedHint}</p></div>`}
${state === 'open' ? payForm(order, gateway) : closedPart(order, state)}
</main>
</body>
</html>`;
}

function payForm(order: Order, gateway: Gateway): Html {
  const language = languageOf(order.language);
  const say = sayingOf(order);
  const switches = gateway.switchesOf(order);
  return html`<form method="post">
${order.service === 'MYBANK' && html`<label class="line bank">${say.whichBank}<select name="bank">${banks.map((name) => html`<option>${name}</option>`)}</select></label>`}
<fieldset class="cards"><legend>${say.whichOutcome}</legend>
${Object.entries(say.outcomes).map(
  ([outcome, { name, hint }], index) =>
    html`<label><input type="radio" name="outcome" value="${outcome}"${index === 0 && html` checked`}><span><b>${name}</b><span>${hint}</span></span></label>`,
)}
</fieldset>
<p class="small">${say.openUntil(timeOf(order.expiresAt, language))}</p>
<button class="primary">${say.pay(amountText(order.amountCents, language))}</button>
<button class="secondary" name="cancel" value="1">${say.cancel}</button>
<details><summary>${say.behaviour}</summary>
<div class="switches">
<p class="small">${say.behaviourHint}</p>
<label class="line">${say.notify}<select name="notify">${Object.entries(say.notifyOptions).map(
    ([value, text]) => html`<option value="${value}"${value === switches.notify && html` selected`}>${text}</option>`,
  )}</select></label>
<label class="tick"><input type="checkbox" name="notifyFirst"${switches.notifyFirst && html` checked`}>${say.notifyFirst}</label>
<label class="tick"><input type="checkbox" name="wrongToken"${switches.wrongToken && html` checked`}>${say.wrongToken}</label>
<label class="line">${say.delay}<input type="number" name="delaySeconds" min="0" max="3600" value="${switches.delaySeconds}" aria-describedby="delay-hint"></label>
<p class="small" id="delay-hint">${say.delayHint}</p>
</div></details>
</form>`;
}

function closedPart(order: Order, state: 'paid' | 'pending' | 'cancelled' | 'expired'): Html {
  const say = sayingOf(order);
  const { title, text } = say.closed[state];
  const tone = { paid: 'ok', pending: 'warn', cancelled: 'info', expired: 'info' }[state];
  return html`<div class="notice ${tone}"><h2>${title}</h2><p>${text}</p></div>
<a class="primary" href="${state === 'cancelled' ? order.cancelUrl : order.resultUrl}">${say.back}</a>`;
}

/** The fictional banks that take part here; none of them decides anything. */
const banks = ['Banca Valdombra', 'Cassa del Leccio', 'Credito Pratolungo', 'Banco San Baudo'];

const bank = html`<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 10 12 4l9 6M4 20h16M6 10v10M10 10v10M14 10v10M18 10v10"/></svg>`;
const card = html`<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><rect x="2" y="5" width="20" height="14" rx="2.5"/><path d="M2 10h20M6 15h4"/></svg>`;

/** What the page says for this order's method, in its language. */
const sayingOf = (order: Order) => words[languageOf(order.language)][order.service];

const locales = { it: 'it-IT', en: 'en-GB', de: 'de-DE' };
type Language = keyof typeof locales;

const money = (language: Language) =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR', useGrouping: 'always' });

const amountText = (cents: number, language: Language): string => money(language).format(cents / 100);

/** The euros large, the rest at half size. */
function amountHtml(cents: number, language: Language): Html {
  const parts = money(language).formatToParts(cents / 100);
  return html`${parts.map(({ type, value }) =>
    type === 'integer' || type === 'group' ? value : html`<small>${value}</small>`,
  )}`;
}

const timeOf = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: 'Europe/Rome' }).format(new Date(moment));
