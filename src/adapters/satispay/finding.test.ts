import { expect, test } from 'vitest';
import type { Ask } from './client.ts';
import { find } from './finding.ts';

const askedAt = '2026-11-24T09:00:00.000Z';
const second = (offset: number): string => new Date(Date.parse(askedAt) + offset * 1000).toISOString();
const payment = (at: number, externalCode = 'other') => ({
  id: crypto.randomUUID(),
  type: 'TO_BUSINESS',
  amount_unit: 100,
  currency: 'EUR',
  status: 'PENDING',
  insert_date: second(at),
  external_code: externalCode,
});

/** A provider whose list is these payments; what was asked of it is kept. */
function provider(listed: ReturnType<typeof payment>[]): { ask: Ask; asked: URLSearchParams[] } {
  const asked: URLSearchParams[] = [];
  const ask: Ask = async (_method, path) => {
    const query = new URL(path, 'http://provider').searchParams;
    asked.push(query);
    const after = query.get('starting_after');
    const at = after ? listed.findIndex((one) => one.id === after) + 1 : 0;
    const data = listed.slice(at, at + 100);
    const body = JSON.stringify({ has_more: at + 100 < listed.length, data });
    return { kind: 'answer', status: 200, body };
  };
  return { ask, asked };
}
const seek = (ask: Ask) => find(ask, ['PENDING'], askedAt, (one) => one.external_code === 'mine');
const spread = (from: number, step: number, count: number) =>
  Array.from({ length: count }, (_one, at) => payment(from + at * step));

test('[PAY-6] ours on the third page of a busy quarter of an hour is found, whichever way the list runs', async () => {
  const listed = [...spread(-500, 4, 240), payment(480, 'mine'), ...spread(481, 1, 60)];
  for (const order of [listed, listed.toReversed()]) {
    const { ask, asked } = provider(order);
    expect(await seek(ask)).toMatchObject({ kind: 'found', payment: { external_code: 'mine' } });
    expect(asked.length).toBeLessThanOrEqual(3);
  }
});

test('[PAY-6] the list is asked from ten minutes before, by a page of a hundred, one after the other', async () => {
  const listed = spread(0, 1, 150);
  const { ask, asked } = provider(listed);
  expect(await seek(ask)).toEqual({ kind: 'none' });
  expect(asked.map((query) => Object.fromEntries(query))).toEqual([
    { status: 'PENDING', limit: '100', starting_after_timestamp: String(Date.parse(second(-600))) },
    {
      status: 'PENDING',
      limit: '100',
      starting_after_timestamp: String(Date.parse(second(-600))),
      starting_after: listed[99]?.id,
    },
  ]);
});

test('[PAY-6] it ends where the list has left the time of ours: days of others are not read', async () => {
  const days = spread(-500, 60, 5_000);
  const growing = provider(days);
  expect(await seek(growing.ask)).toEqual({ kind: 'none' });
  expect(growing.asked).toHaveLength(1);
  // One that gives older ones too, newest first, is read to where they begin.
  const falling = provider(spread(900, -10, 5_000));
  expect(await seek(falling.ask)).toEqual({ kind: 'none' });
  expect(falling.asked).toHaveLength(2);
});

test('[PAY-6] more than anybody reads, or a page that cannot be read: nobody knows', async () => {
  const crowd = provider(spread(0, 0, 2_001));
  expect(await seek(crowd.ask)).toEqual({ kind: 'unanswered', why: 'too_many' });
  const odd: Ask = async () => ({ kind: 'answer', status: 200, body: '{"has_more":false,"data":[{"id":"x"}]}' });
  expect(await seek(odd)).toEqual({ kind: 'unanswered', why: 'unreadable' });
});
