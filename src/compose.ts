// The one place where settings become adapters and a Context.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { argon2Hasher } from '#adapters/argon2/index.ts';
import { startupCheck as nexiCheck, nexiXpay, nexiXpayMethods } from '#adapters/nexi-xpay/index.ts';
import { typstPrinter } from '#adapters/pdf/index.ts';
import { type Prometheus, prometheus } from '#adapters/prometheus/index.ts';
import { migrateQueue, taskQueue } from '#adapters/queue/index.ts';
import {
  type Pairing,
  pairWithSatispay,
  satispay,
  startupCheck as satispayCheck,
  signingKey,
} from '#adapters/satispay/index.ts';
import { smsSender } from '#adapters/sms/index.ts';
import { smtpSender } from '#adapters/smtp/index.ts';
import { folderStorage } from '#adapters/storage/index.ts';
import { capabilities } from '#capabilities/all.ts';
import { type KeptPairing, keepPairing, type PaymentProvider, pairingOf } from '#capabilities/payments/index.ts';
import { background } from '#kernel/background.ts';
import { clockAheadBy } from '#kernel/clock.ts';
import type { Context, Ports } from '#kernel/context.ts';
import { openDatabase } from '#kernel/database.server.ts';
import { type Log, logger } from '#kernel/log.ts';
import { noMeter } from '#kernel/meter.ts';
import { migrate, migrationsIn } from '#kernel/migrations.server.ts';
import { isOutage } from '#kernel/outage.ts';
import { root } from '#kernel/root.ts';
import { keysFrom } from '#kernel/secrets.ts';
import { ConfigurationError, readSettings, type Settings, type Texts } from '#kernel/settings.ts';
import { stepper } from '#kernel/steps.ts';
import type { Queue } from '#kernel/tasks.ts';
import { databaseFaults, demoFaults } from './refusals.ts';

export type Role = 'web' | 'work' | 'command';

/** A running program: what its doors need, and how to end it. */
export type Program = {
  role: Role;
  /** Where METRICS_PORT asks for numbers. */
  prometheus: Prometheus | undefined;
  context: Context;
  pool: pg.Pool;
  queue: Queue;
  health: { isListening: boolean; isDraining: boolean };
  close(): Promise<void>;
};

const needs: Record<Role, (keyof Texts)[]> = {
  web: ['databaseUrl', 'secret', 'mailUrl', 'smsUrl'],
  work: ['databaseUrl', 'secret', 'mailUrl', 'smsUrl'],
  command: ['databaseUrl', 'secret'],
};

/**
 * How long each waits for the database: somebody who looks at a page a few seconds, a task longer, and a command, which
 * may count a million rows, as long as it takes.
 */
const patience: Record<Role, { connectMs: number; answerMs?: number }> = {
  web: { connectMs: 4_000, answerMs: 5_000 },
  work: { connectMs: 10_000, answerMs: 300_000 },
  command: { connectMs: 10_000 },
};

/** A process that starts together with its database, or while that is away, waits for it so long; then it ends. */
const startMsMax = 60_000;

let running: Program | undefined;

/** The program of this process, for the pages: SvelteKit gives hooks no other way to receive it. */
export function program(): Program {
  if (!running) throw new Error('the program has not been started');
  return running;
}

/** The settings of an environment; every problem at once in a `ConfigurationError`. */
export const settingsOf = (environment: NodeJS.ProcessEnv, role?: Role): Settings =>
  readSettings(
    environment,
    capabilities.flatMap((capability) => Object.values(capability.settings ?? {})),
    role ? needs[role] : [],
  );

/** Opens what the role needs. Throws a `ConfigurationError` before anything is opened. */
export async function start(role: Role, environment: NodeJS.ProcessEnv): Promise<Program> {
  const settings = settingsOf(environment, role);
  const { text } = settings;
  const outside = role === 'command' ? [] : await Promise.all([nexiCheck(text), satispayCheck(text)]);
  const refused = [...demoFaults(text), ...outside.flat()];
  if (refused.length > 0) throw new ConfigurationError(refused);
  const log = logger(text.logLevel);
  const opened = openDatabase({ url: text.databaseUrl, applicationName: `sportello ${role}`, ...patience[role] });
  const refusedHere = await onceThere(role, log, () => databaseFaults(text, opened.pool));
  if (refusedHere.length > 0) {
    await opened.close();
    throw new ConfigurationError(refusedHere);
  }
  const inBackground = background(log);
  const measured = text.metricsPort && role !== 'command' ? prometheus(role === 'work' ? 'worker' : role) : undefined;
  const keys = keysFrom(text.secret, text.previousSecret || undefined);
  const pairing = await onceThere(role, log, () => satispayStanding(text, { ...opened, keys }));
  if (text.satispayAddress && pairing.kind !== 'paired' && role !== 'command') {
    log.warn('no Satispay: pair it with `sportello satispay pair`', { provider: 'satispay', reason: pairing.kind });
  }
  const queue = await taskQueue({ pool: opened.pool, log });
  const context: Context = {
    database: opened.database,
    clock: clockAheadBy(Number(text.clockOffset)),
    settings,
    keys,
    log,
    ports: portsFrom(text, pairing),
    meter: measured?.meter ?? noMeter,
    capabilities,
    tasks: queue.tasks,
    background: inBackground,
    step: stepper(text.crashAt || undefined),
  };
  running = {
    role,
    prometheus: measured,
    context,
    pool: opened.pool,
    queue,
    health: { isListening: false, isDraining: false },
    async close() {
      await inBackground.idle();
      await queue.close();
      await opened.close();
    },
  };
  return running;
}

/** Asks once, and for web and worker again as long as nobody is there. */
async function onceThere<T>(role: Role, log: Log, ask: () => Promise<T>): Promise<T> {
  const end = performance.now() + startMsMax;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (role === 'command' || !isOutage(error) || performance.now() > end) throw error;
      log.warn('waiting for the database', { role, error });
      await setTimeout(1_000);
    }
  }
}

function portsFrom(text: Texts, pairing: KeptPairing): Ports {
  return {
    sender: { ...smtpSender({ url: text.mailUrl }), ...smsSender({ url: text.smsUrl }) },
    storage: folderStorage(text.storageFolder),
    passwords: argon2Hasher(),
    printer: typstPrinter(),
    payment: [...nexiFrom(text), ...satispayFrom(text, pairing)],
  };
}

const nexiXpayFrom = (text: Texts): PaymentProvider =>
  nexiXpay({
    address: text.nexiAddress,
    apiKey: text.nexiApiKey,
    methods: nexiXpayMethods.filter((method) => text.nexiMethods.split(',').includes(method)),
  });

const nexiFrom = (text: Texts): PaymentProvider[] => (text.nexiAddress ? [nexiXpayFrom(text)] : []);

const satispayFrom = (text: Texts, pairing: KeptPairing): PaymentProvider[] =>
  pairing.kind === 'paired'
    ? [satispay({ address: text.satispayAddress, key: signingKey(pairing.keyId, pairing.privateKeyPem) })]
    : [];

/** A slash more or less at its end makes no other environment. */
const satispayAddress = (text: Texts): string => text.satispayAddress.replace(/\/+$/, '');

type Opened = Pick<Context, 'database' | 'keys'> & Pick<Program, 'pool'>;

/** How things stand with Satispay; `none` too where it is switched off or the database has not been migrated. */
export async function satispayStanding(text: Texts, opened: Opened): Promise<KeptPairing> {
  if (!text.satispayAddress) return { kind: 'none' };
  const { rows } = await opened.pool.query<{ found: string | null }>(
    "select to_regclass('public.provider_pairings')::text as found",
  );
  return rows[0]?.found ? pairingOf(opened, 'satispay', satispayAddress(text)) : { kind: 'none' };
}

/** Pairs with the shop that made the code and keeps the key. Web and worker use it from their next start. */
export async function pairSatispay(context: Context, code: string): Promise<Pairing> {
  const address = satispayAddress(context.settings.text);
  const pairing = await pairWithSatispay(address, code);
  if (pairing.kind === 'paired') {
    const { keyId, privateKeyPem } = pairing;
    await keepPairing(context, { provider: 'satispay', address, keyId, privateKeyPem });
  }
  return pairing;
}

/** Brings a database to this version: our tables and those of the queue. Answers the names of what was applied. */
export async function migrateDatabase(pool: pg.Pool): Promise<string[]> {
  const applied = await migrate(pool, migrationsIn(join(root, 'migrations')));
  await migrateQueue(pool);
  return applied;
}
