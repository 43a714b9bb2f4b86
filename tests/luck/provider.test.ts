// Bad luck with the provider: it does what it is asked at once and answers a minute later. No page waits for it, nothing is
// taken twice, and whoever was in the middle is told how it ended.
import { expect, test } from 'vitest';
import { castMembers } from '../../demo/cast.ts';
import { type Answer, readable } from '../walk/browser.ts';
import { shortly, until, walkPortal } from '../walk/portal.ts';
import { control } from '../world/control.ts';

/** What somebody may wait while a provider is slow: an action asks it once, the page after it once more. */
const patienceMs = 6_000;

const portal = await walkPortal({ hasWorker: true });
const giulia = await portal.signedIn(castMembers.find((one) => one.name === 'giulia')?.username ?? '');

async function proposed(): Promise<string> {
  const [row] = await portal.rows<{ policy: string; payable: string }>(
    "select p.public_id as policy, y.public_id as payable from payables y join policies p on p.id = y.policy_id where y.key = 'payable-giulia-motor'",
  );
  const answer = await giulia.post(`/polizze/${row?.policy}/paga/${row?.payable}?/paga`, { metodo: 'card' });
  return answer.location?.split('/')[2] ?? expect.fail(shortly(answer));
}

async function confirmed(operation: string): Promise<Answer> {
  const { code } = await portal.secrets('operation', operation);
  return giulia.post(`/conferma/${operation}?/conferma`, { code });
}

const stateOf = async (operation: string) =>
  (
    await portal.rows<{ state: string; reference: string; because: string | null }>(
      'select a.state, a.reference, a.ended_because as because from payment_attempts a join payments p on p.id = a.payment_id where p.public_id = $1',
      [operation],
    )
  )[0];

async function quickly<T>(ask: Promise<T>): Promise<T> {
  const start = performance.now();
  const answer = await ask;
  expect(performance.now() - start).toBeLessThan(patienceMs);
  return answer;
}

const pages = ['/', '/polizze', '/documenti', '/richieste', '/profilo', '/stato', '/aiuto', '/de', '/en/polizze'];

test('[PAY-6] [PAY-12] a provider slow by a minute: every page answers in seconds, nothing is charged, paying again works', async () => {
  const first = await proposed();
  await control(portal.nexi.address, '', { answerDelaySeconds: 60 });
  expect(shortly(await quickly(confirmed(first)))).toBe(`303 → /esito/${first}?vai`);
  const waiting = await quickly(giulia.get(`/esito/${first}?vai`));
  expect(waiting.status).toBe(200);
  expect(readable(waiting.body).includes('Stiamo preparando il pagamento')).toBe(true);
  for (const path of pages) expect((await quickly(giulia.get(path))).status, path).toBe(200);
  // Coming back and giving up ask the provider too, and wait no longer for it.
  expect((await quickly(giulia.get(`/ritorno/${first}`))).status).toBeLessThan(400);
  expect((await quickly(giulia.post(`/esito/${first}?/rinuncia`, {}))).status).toBeLessThan(500);
  // The other policy's instalment is not touched by it.
  await until(async () => (await stateOf(first))?.state === 'unknown');
  expect((await quickly(giulia.get(`/esito/${first}`))).status).toBe(200);
  expect((await quickly(giulia.get(`/esito/${first}/stato`))).status).toBe(200);
  expect((await quickly(giulia.post(`/esito/${first}?/rinuncia`, {}))).status).toBeLessThan(500);

  await control(portal.nexi.address, '', { answerDelaySeconds: 0 });
  // It never reached us where to pay, and nobody has: settled by asking, without posting again.
  await until(async () => {
    await giulia.get(`/esito/${first}`);
    const now = await stateOf(first);
    return now?.state === 'refused' || now?.state === 'cancelled';
  });
  const second = await proposed();
  expect(shortly(await quickly(confirmed(second)))).toBe(`303 → /esito/${second}?vai`);
  await until(async () => (await stateOf(second))?.state === 'started');
  const reference = (await stateOf(second))?.reference ?? '';
  await control(portal.nexi.address, `orders/${reference}/pay`);
  await until(async () => (await giulia.get(`/esito/${second}`)).body.includes('/documenti/'));
  const ledger = (await (await fetch(new URL('/control/ledger', portal.nexi.address))).json()) as {
    orders: { reference: string }[];
    totals: { takenCents: number };
  };
  // Each attempt was opened once, and one of them was paid.
  expect(ledger.orders.map((one) => one.reference).sort()).toEqual(
    [reference, (await stateOf(first))?.reference ?? ''].sort(),
  );
  const [paid] = await portal.rows<{ amount: number }>(
    'select sum(amount_cents)::int as amount from payments where state = $1',
    ['paid'],
  );
  expect(ledger.totals.takenCents).toBe(paid?.amount);
  const received = "select 1 from messages where kind = 'payments.received' and state = 'sent'";
  await until(async () => (await portal.rows(received)).length > 0);
  expect(await portal.rows(received)).toHaveLength(1);
});
