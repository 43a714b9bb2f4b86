// The simulator's own page: how the next order shall behave, and every order with what became of it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { body, type Html, html, page, Refusal, redirect } from '../http.ts';
import type { Gateway } from './gateway.ts';
import { instrumentOf, type Order, refundedCents } from './orders.ts';
import { calm, readSwitches } from './switches.ts';

/** The outcomes a person can set aside for the next order; each is some of the switches. */
const choices: readonly [string, string, object][] = [
  ['none', 'Nothing unusual', {}],
  ['refuse', 'Every payment is refused', { refuse: true }],
  ['refusedThenPaid', 'The first try is refused, the next one succeeds', { refusedThenPaid: true }],
  ['delay', 'The outcome comes 30 seconds late', { delaySeconds: 30 }],
  ['twice', 'Each event is notified twice', { notify: 'twice' }],
  ['never', 'Nothing is notified', { notify: 'never' }],
  ['first', 'The notice arrives before the payer is back', { notifyFirst: true }],
  ['wrongToken', 'The notice carries a wrong token', { wrongToken: true }],
  ['503', 'The order is not opened: the gateway answers 503', { outage: '503' }],
  ['drop', 'The order is not opened: the connection drops', { outage: 'drop' }],
  ['answerLost', 'The order is opened and the answer is lost', { answerLost: true }],
];

export async function answerDesk(gateway: Gateway, call: IncomingMessage, response: ServerResponse): Promise<void> {
  if (call.method !== 'POST') return page(response, 200, desk(gateway));
  if (call.headers['sec-fetch-site'] === 'cross-site') throw new Refusal(403, 'another site cannot do this');
  const form = new URLSearchParams(await body(call));
  const chosen = choices.find(([name]) => name === form.get('next'));
  if (chosen) {
    const read = readSwitches(chosen[2]);
    if (typeof read !== 'string') gateway.next = read;
  }
  const order = gateway.orders.byId(form.get('order') ?? '');
  const outcome = form.get('resolve');
  if (order && (outcome === 'paid' || outcome === 'refused')) await gateway.resolve(order, outcome);
  redirect(response, '/');
}

function desk(gateway: Gateway): Html {
  const isNext = (switches: object) => JSON.stringify(switches) === JSON.stringify(gateway.next);
  const unusual = Object.entries(gateway.switches).filter(([name, value]) => calm[name as keyof typeof calm] !== value);
  const orders = gateway.orders.all().slice(0, 100);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nexi XPay simulator</title>
<link rel="stylesheet" href="look.css">
</head>
<body class="desk">
<header><p class="mark">Nexi XPay simulator</p><p>It speaks the gateway’s protocol on this machine. No money moves.</p></header>
<main>
<h1>Orders</h1>
${unusual.length > 0 && html`<div class="notice warn"><h2>For the whole run</h2><p>${unusual.map(([name, value]) => `${name}: ${String(value)}`).join(', ')}</p></div>`}
<form method="post" class="next">
<label class="line">The next order<select name="next">${choices.map(
    ([name, text, switches]) => html`<option value="${name}"${isNext(switches) && html` selected`}>${text}</option>`,
  )}</select></label>
<button class="secondary">Set</button>
</form>
${
  orders.length === 0
    ? html`<p>No order yet. One appears here when a customer goes on to pay by card or MyBank.</p>`
    : html`<ul class="orders">${orders.map((order) => row(gateway, order))}</ul>`
}
</main>
</body>
</html>`;
}

const tones = { open: 'info', pending: 'warn', paid: 'ok', cancelled: 'plain', expired: 'plain' };

function row(gateway: Gateway, order: Order): Html {
  const state = gateway.stateOf(order);
  const returned = refundedCents(order);
  return html`<li>
<p><a class="id" href="/hosted/${order.pageId}">${order.orderId}</a> <span class="tag ${tones[state]}">${state}</span> <b class="money">€${(order.amountCents / 100).toFixed(2)}</b>${returned > 0 && html` <span>of which €${(returned / 100).toFixed(2)} given back</span>`}</p>
<p class="small">${order.description}</p>
<ol class="small">${order.operations.map(
    (operation) =>
      html`<li>${operation.operationTime.slice(11, 19)} ${operation.operationType} ${operation.operationResult} ${instrumentOf(operation)}</li>`,
  )}</ol>
${
  state === 'pending' &&
  html`<form method="post"><input type="hidden" name="order" value="${order.orderId}"><button class="secondary" name="resolve" value="paid">Let it succeed</button> <button class="secondary" name="resolve" value="refused">Let it fail</button></form>`
}
</li>`;
}
