// The numbers that operators watch, scraped from the processes that make them.
import { expect, inject, test } from 'vitest';
import { capabilities } from '#capabilities/all.ts';
import { labelOf, metrics } from '#kernel/meter.ts';
import { castMembers } from '../../demo/cast.ts';
import { freePort } from '../../scripts/processes.ts';
import { shortly, until, walkPortal } from '../walk/portal.ts';
import { testWorld } from '../world/context.ts';
import { control } from '../world/control.ts';
import { onServer } from '../world/urls.ts';
import { type Scrape, scrape, sumOf } from './scrape.ts';

const portal = await walkPortal({ hasWorker: true });
const ports = { web: await freePort(0, []), worker: await freePort(0, []) };
const giulia = castMembers.find((one) => one.name === 'giulia');

/** A form with something typed into an address that exists and one that does not. */
const odd = '/polizze/BNCGLI85T41D612K?cerca=giulia.bianchi@posta.example';

const empty = await testWorld();

test('an empty database has its numbers too', async () => {
  for (const { name, figures } of capabilities) {
    for (const figure of (await figures?.(empty.context)) ?? []) expect(figure.value, `${name} ${figure.name}`).toBe(0);
  }
});

test('nobody listens unless METRICS_PORT says where', async () => {
  await expect(fetch(`http://127.0.0.1:${ports.web}/metrics`)).rejects.toThrow();
  expect((await portal.browser().get('/metrics')).status).toBe(404);
});

async function lived(): Promise<Record<'web' | 'worker', Scrape>> {
  await portal.restart('web', { METRICS_PORT: String(ports.web) });
  await portal.restart('worker', { METRICS_PORT: String(ports.worker) });
  const who = await portal.signedIn(giulia?.username ?? '');
  for (const path of ['/', '/polizze', '/en/polizze', odd, '/non/esiste', '/livez']) await who.get(path);
  const [row] = await portal.rows<{ policy: string; payable: string }>(
    "select p.public_id as policy, y.public_id as payable from payables y join policies p on p.id = y.policy_id where y.key = 'payable-giulia-motor'",
  );
  const operation =
    (await who.post(`/polizze/${row?.policy}/paga/${row?.payable}?/paga`, { metodo: 'card' })).location?.split(
      '/',
    )[2] ?? '';
  const { code } = await portal.secrets('operation', operation);
  expect(shortly(await who.post(`/conferma/${operation}?/conferma`, { code }))).toMatch(/^303/);
  const [attempt] = await portal.rows<{ reference: string }>(
    'select a.reference from payment_attempts a join payments p on p.id = a.payment_id where p.public_id = $1',
    [operation],
  );
  await control(portal.nexi.address, `orders/${attempt?.reference}/pay`);
  await until(async () => (await who.get(`/esito/${operation}`)).body.includes('/documenti/'));
  await until(async () => sumOf(await scrape(ports.worker), 'sportello_tasks_seconds_count') > 0);
  return { web: await scrape(ports.web), worker: await scrape(ports.worker) };
}

test('web and worker tell what they did; every number is one of the list, with its labels', async () => {
  const { web, worker } = await lived();
  // Signals of a route: how many, how they ended, how long they took; one for each page, whatever its address said.
  const polizze = { route: '/(cliente)/polizze', method: 'GET', status: '200' };
  expect(sumOf(web, 'sportello_http_request_seconds_count', polizze)).toBe(2);
  expect(sumOf(web, 'sportello_http_request_seconds_sum', polizze)).toBeGreaterThan(0);
  const missing = { route: '/(cliente)/polizze/[polizza]', status: '404' };
  expect(sumOf(web, 'sportello_http_request_seconds_count', missing)).toBe(1);
  expect(sumOf(web, 'sportello_http_request_seconds_count', { route: 'none', status: '404' })).toBe(1);
  expect(sumOf(web, 'sportello_http_requests_under_way')).toBe(0);
  expect(sumOf(web, 'sportello_codes_total', { outcome: 'sent' })).toBeGreaterThanOrEqual(1);
  expect(sumOf(web, 'sportello_database_connections')).toBeGreaterThan(0);
  expect(sumOf(web, 'sportello_process_resident_memory_bytes')).toBeGreaterThan(10_000_000);

  expect(worker.samples.filter((one) => one.name === 'sportello_scrape_failed' && one.value !== 0)).toEqual([]);
  expect(sumOf(worker, 'sportello_payments', { provider: 'nexi-xpay', method: 'card', outcome: 'paid' })).toBe(1);
  expect(sumOf(worker, 'sportello_messages', { state: 'sent' })).toBeGreaterThanOrEqual(2);
  expect(sumOf(worker, 'sportello_reconciliation_lag_seconds')).toBeLessThan(3_600);
  expect(sumOf(worker, 'sportello_refunds')).toBe(0);
  expect(sumOf(worker, 'sportello_import_rows', { result: 'written' })).toBeGreaterThan(100);
  expect(sumOf(worker, 'sportello_import_rows_per_second')).toBeGreaterThan(1);
  expect(sumOf(worker, 'sportello_vital', { name: 'card' })).toBe(1);
  expect(worker.samples.filter((one) => one.name === 'sportello_queue_age_seconds').length).toBeLessThanOrEqual(3);

  for (const { types, helps, samples } of [web, worker]) {
    expect([...types.keys()].filter((name) => !name.startsWith('sportello_'))).toEqual([]);
    for (const [name, metric] of Object.entries(metrics)) {
      expect(types.get(`sportello_${name}`), name).toBe(metric.kind);
      expect(helps.get(`sportello_${name}`)).toBe(metric.help);
      for (const { labels } of samples.filter((one) => one.name === `sportello_${name}`)) {
        expect(Object.keys(labels).sort()).toEqual([...metric.labels, 'role'].sort());
      }
    }
  }
});

test('[DUT-2] no label says anything of a person', async () => {
  const people = [
    '@',
    'example',
    'giulia',
    'bianchi',
    'BNCGLI',
    ...castMembers.flatMap((one) => [one.username, one.email]),
  ];
  for (const { samples } of [await scrape(ports.web), await scrape(ports.worker)]) {
    expect(samples.length).toBeGreaterThan(50);
    for (const [name, value] of samples.flatMap((one) => Object.entries(one.labels))) {
      if (name === 'le' || name === 'version') continue;
      expect(value, name).toBe(labelOf(value));
      for (const secret of people) if (secret) expect(value.toLowerCase()).not.toContain(secret.toLowerCase());
    }
  }
});

test.each([
  'giulia.bianchi@posta.example',
  '+39 333 123 4567',
  '3331234567',
  'BNCGLI85T41D612K',
  'Giulia Bianchi',
  '2026-11-24',
  '019e1c9a-5b3c-7000-8000-000000000000',
  'x'.repeat(81),
  '"} 1\nsportello_x{a="',
  '',
])('[DUT-2] %j never becomes a label', (value) => {
  expect(labelOf(value)).toBe('other');
});

test('with the database away a scrape still answers, and says what it could not read', async () => {
  // Its own worker, on a database that refuses it from now on.
  const name = new URL(portal.databaseUrl).pathname.slice(1);
  const { admin } = inject('postgres');
  await onServer(admin, `alter database ${name} allow_connections false`);
  try {
    await onServer(admin, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    const told = await scrape(ports.worker);
    expect(sumOf(told, 'sportello_scrape_failed', { part: 'payments' })).toBe(1);
    expect(sumOf(told, 'sportello_scrape_failed', { part: 'queue' })).toBe(1);
    expect(sumOf(told, 'sportello_process_resident_memory_bytes')).toBeGreaterThan(0);
    expect(told.samples.filter((one) => one.name === 'sportello_payments')).toEqual([]);
  } finally {
    await onServer(admin, `alter database ${name} allow_connections true`);
  }
});
