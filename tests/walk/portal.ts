// The portal that is attacked: the production build with the fictional insurer, its database open to the test.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject, vi } from 'vitest';
import { type Secrets, secretsFrom } from '#capabilities/codes/derivation.ts';
import type { Purpose } from '#capabilities/codes/index.ts';
import { root } from '#kernel/root.ts';
import { keysFrom } from '#kernel/secrets.ts';
import { demoPassword } from '../../demo/cast.ts';
import { type TestPortal, testPortal } from '../world/portal.ts';
import { type Answer, type Browser, browser } from './browser.ts';

export type WalkPortal = TestPortal & {
  port: number;
  rows<Row = Record<string, unknown>>(statement: string, values?: unknown[]): Promise<Row[]>;
  browser(): Browser;
  /** Code, reference and link of the newest send of a subject, as its message says them. */
  secrets(purpose: Purpose, subject: string): Promise<Secrets & { sendNumber: number }>;
  /** Signed in with password and, on a new device, the code. */
  signedIn(username: string, who?: Browser): Promise<Browser>;
  /** What all its processes have written until now. */
  logs(): string;
};

/** Without a worker unless asked: what is due is done by the web process right after its commit, and nothing else moves. */
export async function walkPortal(options: Parameters<typeof testPortal>[1] = {}): Promise<WalkPortal> {
  if (!existsSync(join(root, 'build/server/main.js'))) throw new Error('the walk needs the build: npm run build');
  // Hundreds of requests in one test, on a machine that may be busy with the others.
  vi.setConfig({ testTimeout: 60_000 });
  const portal = await testPortal(inject('postgres').admin, { hasWorker: false, ...options });
  const keys = keysFrom(readFileSync(portal.environment.SPORTELLO_SECRET_FILE ?? '', 'utf8').trim());
  const pool = new pg.Pool({ connectionString: portal.databaseUrl, max: 4 });
  // The database is dropped under its feet at the end.
  pool.on('error', () => {});
  afterAll(async () => {
    await pool.end();
    await portal.close();
  });

  const rows = async <Row>(statement: string, values: unknown[] = []): Promise<Row[]> =>
    (await pool.query(statement, values)).rows as Row[];

  async function secrets(purpose: Purpose, subject: string) {
    const [send] = await rows<{ send_number: number; digits: 4 | 6; statement_hash: string }>(
      'select * from code_sends where purpose = $1 and subject = $2 order by send_number desc limit 1',
      [purpose, subject],
    );
    if (!send) throw new Error(`nothing was sent for ${purpose} ${subject}`);
    const { send_number: sendNumber, digits, statement_hash: statementHash } = send;
    return { ...secretsFrom(keys, { purpose, subject, sendNumber, digits, statementHash }), sendNumber };
  }

  async function signedIn(username: string, who = browser(portal.address)): Promise<Browser> {
    const first = await who.post('/accesso', { username, password: demoPassword });
    if (first.location === '/accesso/codice') {
      const [challenge] = await rows<{ id: string }>(
        `select c.id from device_challenges c join contact_claims u on u.account_id = c.account_id
         where u.value = $1 and u.role = 'username' order by c.created_at desc limit 1`,
        [username],
      );
      const { code } = await secrets('device', challenge?.id ?? '');
      await who.post('/accesso/codice?/accedi', { codice: code });
    }
    if (!who.jar.has('session')) throw new Error(`${username} was not let in: ${shortly(first)}`);
    return who;
  }

  const logs = join(portal.folder, 'logs');
  return {
    ...portal,
    port: Number(new URL(portal.address).port),
    rows,
    browser: () => browser(portal.address),
    secrets,
    signedIn,
    logs: () =>
      readdirSync(logs)
        .map((file) => readFileSync(join(logs, file), 'utf8'))
        .join('\n'),
  };
}

/** Where an answer leads, or what it is: for comparing. */
export const shortly = ({ status, location }: Pick<Answer, 'status' | 'location'>): string =>
  `${status}${location ? ` → ${location}` : ''}`;

/** Waits for something that follows a commit on its own. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
