// The PostgreSQL of a clone: shared by several processes, taken over from killed ones, stopped by the last.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { socketFolder } from '../scripts/cluster/places.ts';
import { joinCluster } from '../scripts/cluster.ts';
import { alone, freePort, isAlive, mark } from '../scripts/processes.ts';

const name = 'test-cluster';
const folder = mkdtempSync(join(tmpdir(), 'sportello-cluster-'));
const home = join(import.meta.dirname, '../.sportello', name);
const join_ = () => joinCluster({ name, isForTests: true });
beforeAll(() => rmSync(home, { recursive: true, force: true }));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

/** A process that joins, says so and then waits to be killed. */
async function otherProcess(): Promise<{ pid: number; kill(): Promise<void> }> {
  const script = join(folder, 'other.ts');
  writeFileSync(
    script,
    `import { joinCluster } from '${join(import.meta.dirname, '../scripts/cluster.ts')}';
     const cluster = await joinCluster({ name: '${name}', isForTests: true });
     console.log(cluster.pid);
     setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = Number(await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data)))));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    pid,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function ask(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query("select lower('ÀÉ') as lower, current_setting('timezone') as zone")).rows[0];
  } finally {
    await client.end();
  }
}

test('two processes share one; the first to leave does not stop it for the other', async () => {
  const other = await otherProcess();
  const cluster = await join_();
  expect(cluster.pid).toBe(other.pid);
  await other.kill();
  expect(await ask(cluster.url('postgres'))).toEqual({ lower: 'àé', zone: 'UTC' });
  const running = mark(cluster.pid);
  await cluster.leave();
  expect(isAlive(running)).toBe(false);
});

test('what a killed process left running is taken over, and what was killed itself is started again', async () => {
  const other = await otherProcess();
  await other.kill();
  const adopted = await join_();
  expect(adopted.pid).toBe(other.pid);
  process.kill(adopted.pid, 'SIGKILL');
  while (isAlive(mark(adopted.pid))) await new Promise((resolve) => setImmediate(resolve));
  const again = await join_();
  expect(again.pid).not.toBe(adopted.pid);
  expect(await ask(again.url('postgres'))).toMatchObject({ zone: 'UTC' });
  await adopted.leave();
  await again.leave();
});

test('nobody gets in with a wrong password', async () => {
  const cluster = await join_();
  try {
    await expect(ask(cluster.url('postgres').replace(/:[0-9a-f]{48}@/, ':wrong@'))).rejects.toThrow(
      'password authentication failed',
    );
  } finally {
    await cluster.leave();
  }
});

test('a folder too deep for a socket is replaced by a short private one', async () => {
  const deep = join(folder, 'x'.repeat(60), 'y'.repeat(60));
  const found = await socketFolder(deep, 5432);
  expect(found).toBeDefined();
  expect(Buffer.byteLength(join(found ?? '', '.s.PGSQL.5432'))).toBeLessThanOrEqual(107);
  expect(existsSync(deep)).toBe(false);
  rmSync(found ?? '', { recursive: true, force: true });
});

test('work under one lock never runs twice at once, and the lock of a dead process is no obstacle', async () => {
  const lock = join(folder, 'a.lock');
  writeFileSync(lock, '999999999 1');
  let inside = 0;
  let most = 0;
  await Promise.all(
    [1, 2, 3].map(() =>
      alone(lock, async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
      }),
    ),
  );
  expect(most).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

test('a busy port is passed over', async () => {
  const { createServer } = await import('node:net');
  const port = await freePort(0);
  const server = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const next = await freePort(port);
  expect(next).toBeGreaterThan(port);
  expect(await freePort(port, [next])).not.toBe(next);
  server.close();
});
