// The simulator's own page: how the next payment shall behave, a code to pair with, and every payment with what became of it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { body, type Html, html, page, Refusal, redirect } from '../http.ts';
import type { Payment } from './payments.ts';
import type { Shop } from './shop.ts';
import { calm, readSwitches } from './switches.ts';

/** What a person can set aside for the next payment; each is some of the switches. */
const choices: readonly [string, string, object][] = [
  ['none', 'Nothing unusual', {}],
  ['refuse', 'It is declined, whatever the payer does', { refuse: true }],
  ['refusedThenPaid', 'The funds do not suffice the first time', { refusedThenPaid: true }],
  ['delay', 'The outcome comes 30 seconds late', { delaySeconds: 30 }],
  ['twice', 'Each change is notified twice', { notify: 'twice' }],
  ['never', 'Nothing is notified', { notify: 'never' }],
  ['first', 'The notice arrives before the payer is back', { notifyFirst: true }],
  ['wrongToken', 'The notice names a payment that does not exist', { wrongToken: true }],
  ['503', 'It is not opened: Satispay answers 503', { outage: '503' }],
  ['drop', 'It is not opened: the connection drops', { outage: 'drop' }],
  ['answerLost', 'It is opened and the answer is lost', { answerLost: true }],
];

export async function answerDesk(shop: Shop, call: IncomingMessage, response: ServerResponse): Promise<void> {
  if (call.method !== 'POST') return page(response, 200, desk(shop, undefined));
  if (call.headers['sec-fetch-site'] === 'cross-site') throw new Refusal(403, 'another site cannot do this');
  const form = new URLSearchParams(await body(call));
  if (form.has('code')) return page(response, 200, desk(shop, shop.payments.newCode()));
  const chosen = choices.find(([name]) => name === form.get('next'));
  if (chosen) {
    const read = readSwitches(chosen[2]);
    if (typeof read !== 'string') shop.next = read;
  }
  const payment = shop.payments.byId(form.get('payment') ?? '');
  const outcome = form.get('resolve');
  if (payment && (outcome === 'paid' || outcome === 'refused')) await shop.resolve(payment, outcome);
  redirect(response, '/');
}

function desk(shop: Shop, code: string | undefined): Html {
  const isNext = (switches: object) => JSON.stringify(switches) === JSON.stringify(shop.next);
  const unusual = Object.entries(shop.switches).filter(([name, value]) => calm[name as keyof typeof calm] !== value);
  const payments = shop.payments
    .all()
    .filter((payment) => payment.type === 'TO_BUSINESS')
    .slice(0, 100);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Satispay simulator</title>
<link rel="stylesheet" href="look.css">
</head>
<body class="desk">
<header><p class="mark">Satispay simulator</p><p>It speaks the business API’s protocol on this machine. No money moves.</p></header>
<main>
<h1>Payments</h1>
${unusual.length > 0 && html`<div class="notice warn"><h2>For the whole run</h2><p>${unusual.map(([name, value]) => `${name}: ${String(value)}`).join(', ')}</p></div>`}
${code && html`<div class="notice ok" role="status"><h2>Activation code</h2><p class="id">${code}</p><p>For one <code>sportello satispay pair</code>.</p></div>`}
<form method="post" class="next">
<label class="line">The next payment<select name="next">${choices.map(
    ([name, text, switches]) => html`<option value="${name}"${isNext(switches) && html` selected`}>${text}</option>`,
  )}</select></label>
<button class="secondary">Set</button>
<button class="secondary" name="code" value="new">New activation code</button>
</form>
${
  payments.length === 0
    ? html`<p>No payment yet. One appears here when a customer goes on to pay with Satispay.</p>`
    : html`<ul class="orders">${payments.map((payment) => row(shop, payment))}</ul>`
}
</main>
</body>
</html>`;
}

const tones = { open: 'info', pending: 'warn', paid: 'ok', cancelled: 'plain', expired: 'plain' };

function row(shop: Shop, payment: Payment): Html {
  const state = shop.stateOf(payment);
  const returned = payment.amountCents - shop.leftCents(payment);
  return html`<li>
<p><a class="id" href="/pay/${payment.id}">${payment.externalCode || payment.id}</a> <span class="tag ${tones[state]}">${state}</span> <b class="money">€${(payment.amountCents / 100).toFixed(2)}</b>${returned > 0 && html` <span>of which €${(returned / 100).toFixed(2)} given back</span>`}</p>
<p class="small id">${payment.id}</p>
${
  state === 'pending' &&
  html`<form method="post"><input type="hidden" name="payment" value="${payment.id}"><button class="secondary" name="resolve" value="paid">Let it succeed</button> <button class="secondary" name="resolve" value="refused">Let it fail</button></form>`
}
</li>`;
}
