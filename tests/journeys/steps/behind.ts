// What a journey does behind the pages: time that passes, and the simulated gateway.
import pg from 'pg';
import type { TestPortal } from '../../world/portal.ts';

/** One statement in the database of the portal. */
export async function sql<Row extends pg.QueryResultRow>(portal: TestPortal, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Nobody has touched any session for so many minutes. */
export const idleFor = (portal: TestPortal, minutes: number): Promise<unknown> =>
  sql(portal, `update sessions set last_seen_at = last_seen_at - interval '${minutes} minutes'`);

/** Tells the simulated gateway something, or asks it (docs/reference/simulators.md). */
async function control(
  portal: TestPortal,
  what: string,
  body?: object,
  at: 'nexi' | 'satispay' = 'nexi',
): Promise<unknown> {
  const answer = await fetch(new URL(`/control/${what}`, portal[at].address), {
    ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`the gateway refuses ${what}: ${await answer.text()}`);
  return answer.json();
}

type Order = { reference: string; state: string; takenCents: number };
/** What a provider has on its books. */
export const orders = async (portal: TestPortal, at: 'nexi' | 'satispay' = 'nexi'): Promise<Order[]> =>
  ((await control(portal, 'ledger', undefined, at)) as { orders: Order[] }).orders;

/** The bank decides about what is pending. */
export async function decide(portal: TestPortal, outcome: 'paid' | 'refused'): Promise<void> {
  const order = (await orders(portal)).at(-1);
  if (!order) throw new Error('no order was opened');
  await control(portal, `orders/${order.reference}/resolve`, { outcome });
}
