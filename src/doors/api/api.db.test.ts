// The machine doors over HTTP, as a proxy and a provider see them.
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { taskQueue } from '#adapters/queue/index.ts';
import type { Program } from '#compose.ts';
import type { Capability } from '#kernel/capability.ts';
import type { ReasonWords } from '#kernel/outcome.ts';
import { version } from '#kernel/version.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { answerHealth } from './health.ts';
import { answerNotice } from './notices.ts';
import { problemOf } from './problem.ts';

const stored: { provider: string; body: unknown }[] = [];
const words: ReasonWords<{ code: 'notices.closed'; values: { at: string }; changes: 'nobody' }> = {
  'notices.closed': {
    say: (reason) => ({ text: `closed at ${reason.values.at}` }),
    changes: 'nobody',
    question: () => 'Why is it closed?',
    why: () => 'It closes at night.',
  },
};
const notices: Capability = {
  name: 'notices',
  tables: [],
  reasons: words,
  async receiveNotice(_context, viewer, body) {
    if (viewer.provider === 'broken') throw new Error('no');
    if (viewer.provider !== 'nexi-xpay') return false;
    stored.push({ provider: viewer.provider, body });
    return true;
  },
};
const world = await testWorld({ capabilities: [notices] });
const queue = await taskQueue({ pool: world.database.pool, log: world.context.log });
const program: Program = {
  role: 'web',
  prometheus: undefined,
  context: world.context,
  pool: world.database.pool,
  queue,
  health: { isListening: true, isDraining: false },
  close: async () => {},
};
const server = http
  .createServer((request, response) => {
    const path = request.url ?? '/';
    if (!answerHealth(program, path, response)) answerNotice(world.context, request, response);
  })
  .listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const ask = async (path: string, init?: RequestInit) => {
  const answer = await fetch(`${address}${path}`, init);
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    kept: answer.headers.get('cache-control'),
    body: await answer.json(),
  };
};

afterAll(async () => {
  server.close();
  await queue.close();
});
beforeEach(() => {
  stored.length = 0;
  Object.assign(program.health, { isListening: true, isDraining: false });
});

test('alive as long as the process answers, by both names', async () => {
  program.health.isDraining = true;
  expect(await ask('/livez')).toMatchObject({ status: 200, body: { status: 'alive' }, kept: 'no-store' });
  expect(await ask('/healthz')).toMatchObject({ status: 200 });
});

test('ready names each check, and is not ready while starting or draining', async () => {
  const ok = { process: 'ok', database: 'ok', migrations: 'ok', queue: 'ok' };
  expect(await ask('/readyz')).toMatchObject({ status: 200, body: { status: 'ready', checks: ok }, kept: 'no-store' });
  program.health.isListening = false;
  expect(await ask('/readyz')).toMatchObject({ status: 503, body: { checks: { ...ok, process: 'starting' } } });
  Object.assign(program.health, { isListening: true, isDraining: true });
  expect(await ask('/readyz')).toMatchObject({ status: 503, body: { checks: { ...ok, process: 'draining' } } });
});

test('not ready when a migration is missing, without saying which', async () => {
  const { rows } = await world.database.pool.query("delete from schema_migrations where name like '0001%' returning *");
  const answer = await ask('/readyz');
  expect(answer).toMatchObject({ status: 503, body: { checks: { database: 'ok', migrations: 'failed' } } });
  expect(JSON.stringify(answer.body)).not.toContain('0001');
  await world.database.pool.query('insert into schema_migrations values ($1, $2, $3)', Object.values(rows[0]));
});

test('the version is that of the package', async () => {
  expect(await ask('/version')).toMatchObject({ status: 200, body: { name: 'sportello', version } });
});

const post = (path: string, body: string) =>
  ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

test('[PAY-10] a notice that is no JSON, too long, of nobody or not posted is refused as problem details', async () => {
  const problem = { type: 'application/problem+json; charset=utf-8', kept: 'no-store' };
  expect(await post('/notices/nexi-xpay', '{"half')).toMatchObject({
    ...problem,
    status: 400,
    body: { status: 400, type: 'about:blank' },
  });
  expect(await post('/notices/nexi-xpay', JSON.stringify('x'.repeat(64 * 1024)))).toMatchObject({
    ...problem,
    status: 413,
  });
  expect(await post('/notices/nobody', '{}')).toMatchObject({ ...problem, status: 404 });
  expect(await post('/notices/../x', '{}')).toMatchObject({ ...problem, status: 404 });
  expect(await ask('/notices/nexi-xpay')).toMatchObject({ ...problem, status: 405 });
  expect(stored).toEqual([]);
});

test('[PAY-10] a notice that could not be stored is not acknowledged, and its fault is not told', async () => {
  expect(await post('/notices/broken', '{}')).toMatchObject({
    status: 500,
    body: { title: 'The notice could not be stored.' },
  });
  expect(world.logged.some((line) => line.includes('notice failed'))).toBe(true);
});

test('[PAY-10] a notice is acknowledged once it is stored', async () => {
  expect(await post('/notices/nexi-xpay', '{"operation":{"orderId":"1"}}')).toMatchObject({
    status: 200,
    body: { received: true },
  });
  expect(stored).toEqual([{ provider: 'nexi-xpay', body: { operation: { orderId: '1' } } }]);
});

test('[PAY-10] a notice that is a bare GET is what its address says; its refusal reveals nothing', async () => {
  stored.length = 0;
  expect(await ask('/notices/nexi-xpay?reference=a&payment=b%20c')).toMatchObject({ status: 200, kept: 'no-store' });
  expect(stored).toEqual([{ provider: 'nexi-xpay', body: { query: { reference: 'a', payment: 'b c' } } }]);
  const unknown = await ask('/notices/nobody?reference=a');
  expect(unknown).toMatchObject({ status: 404, body: { title: 'Nobody here knows this notice.' } });
  expect(await ask('/notices/nobody?reference=b&payment=c')).toEqual(unknown);
  expect((await fetch(`${address}/notices/nexi-xpay?reference=a`, { method: 'HEAD' })).status).toBe(405);
  expect((await fetch(`${address}/notices/nexi-xpay?reference=a`, { method: 'PUT' })).status).toBe(405);
  expect(stored).toHaveLength(1);
});

test('[HLP-3] a reason as problem details names its help page, its values and who can change it', () => {
  const reason = { code: 'notices.closed', values: { at: '22:00' }, changes: 'nobody' } as const;
  expect(problemOf(world.context, reason, 'en')).toEqual({
    type: 'http://localhost:3000/aiuto/perche/notices-closed',
    title: 'Why is it closed?',
    status: 422,
    detail: 'closed at 22:00',
    code: 'notices.closed',
    values: { at: '22:00' },
    changes: 'nobody',
  });
  expect(() => problemOf(world.context, { ...reason, code: 'notices.unknown' }, 'en')).toThrow('no words');
});
