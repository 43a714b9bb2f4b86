// A world in which processes die: a database of its own, the gateway and the inbox as processes, a fixed address for
// notices, and this process as the next one that takes over. Time moves on demand, for us and for the gateway.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { propose } from '#capabilities/confirmation/index.ts';
import { sweep } from '#capabilities/messages/index.ts';
import { payInstalment, reconcile } from '#capabilities/payments/index.ts';
import { pairSatispay, start } from '#compose.ts';
import { frontDoor } from '#doors/front.ts';
import type { Context } from '#kernel/context.ts';
import { instant, plusSeconds } from '#kernel/days.ts';
import type { Step } from '#kernel/steps.ts';
import type { Customer } from '#kernel/viewer.ts';
import { freePort } from '../../simulators/start.ts';
import { testNow } from '../world/context.ts';
import { cloneDatabase } from '../world/database.ts';
import {
  type GivenContact,
  type GivenPayable,
  givenAccount,
  givenContact,
  givenPaperless,
  givenParty,
  givenPayable,
  givenPolicy,
  givenViewer,
} from '../world/rows.ts';
import { startSimulator } from '../world/simulator.ts';
import { type Clockwork, clockwork } from './clockwork.ts';
import { begin, type Life } from './life.ts';
import { type MethodName, patienceMs } from './matrix.ts';

/** What the gateway says of an order (docs/reference/simulators.md). */
export type Order = {
  reference: string;
  /** The simulator that has it. */
  provider: string;
  state: 'open' | 'pending' | 'paid' | 'cancelled' | 'expired';
  capturedCents: number;
  refundedCents: number;
  operations: { id: string; type: string; result: string; amountCents: number; refundOf?: string }[];
  notices: { tries: number }[];
};

/** What the inbox received. */
export type Mail = { to: string; text: string; messageId: string; attachments: { mediaType: string }[] };

export type Payer = {
  partyId: string;
  viewer: Customer;
  email: GivenContact | undefined;
  mobile: GivenContact;
  payable: GivenPayable;
};

export type CrashWorld = Clockwork & {
  /** Of this process, which never dies: the one that is started after a crash. */
  context: Context;
  /** Of every process of the program that is started now. */
  environment(): Record<string, string>;
  /** Everything calm, and the time at which every test begins. */
  renew(): Promise<void>;
  /** Moves our clock and the gateway's. */
  travel(seconds: number): Promise<void>;
  /** Starts a process that takes the notices until it dies; then they come to this one. */
  life(crashAt?: Step): Promise<Life>;
  /** Starts one beside it, which takes no notices. */
  helper(): Promise<Life>;
  /** Runs the reconciler and the sweep of messages, as every minute. */
  minute(): Promise<void>;
  /** POSTs to the controls of every simulator; answers what the one says that takes it, nothing when none does. */
  control(path: string, body?: object): Promise<unknown>;
  order(reference: string): Promise<Order | undefined>;
  orders(): Promise<Order[]>;
  inbox(to: string): Promise<Mail[]>;
  /** Somebody with an instalment to pay, paperless, whose e-mail is known unless said otherwise. */
  payer(given?: { hasEmail: boolean }): Promise<Payer>;
  /** Proposes to pay; the operation and the code that came by SMS. */
  proposed(payer: Payer, method?: MethodName): Promise<{ operation: string; code: string }>;
  referenceOf(operation: string): Promise<string | undefined>;
  rows<Row>(statement: string, values?: unknown[]): Promise<Row[]>;
};

/** Call it once, at the top of a file. */
export async function crashWorld(): Promise<CrashWorld> {
  const [database, nexi, satispay, inboxSimulator, port] = await Promise.all([
    cloneDatabase(),
    startSimulator('nexi-xpay', ['--retry-milliseconds', '20']),
    startSimulator('satispay', ['--retry-milliseconds', '20']),
    startSimulator('inbox'),
    freePort(),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'sportello-crash-'));
  const environment: Record<string, string> = {
    DATABASE_URL: database.url,
    SPORTELLO_SECRET: 'the secret of the crash tests, 32 bytes and more',
    PUBLIC_ADDRESS: `http://127.0.0.1:${port}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    MAIL_URL: inboxSimulator.told.mailUrl,
    SMS_URL: inboxSimulator.told.smsUrl,
    NEXI_ADDRESS: nexi.told.address,
    NEXI_API_KEY: nexi.told.key,
    SATISPAY_ADDRESS: satispay.told.address,
    STORAGE_FOLDER: join(folder, 'files'),
    LOG_LEVEL: 'warn',
  };
  const silently = { ...environment, LOG_LEVEL: 'silent' };
  const pairing = await start('command', silently);
  await pairSatispay(pairing.context, satispay.told.code);
  await pairing.close();
  const program = await start('command', silently);
  let aheadSeconds = 0;
  const clock = { now: () => plusSeconds(instant(new Date()), aheadSeconds) };
  const context: Context = { ...program.context, clock };
  const works = await clockwork(context, program.pool);

  const front = frontDoor({ ...program, context });
  const door = createServer((request, response) => front(request, response, () => response.writeHead(404).end()));
  const openDoor = async () => {
    if (!door.listening) await once(door.listen(port, '127.0.0.1'), 'listening');
  };
  const closeDoor = async () => {
    if (!door.listening) return;
    door.closeAllConnections();
    await once(door.close(), 'close');
  };
  await openDoor();
  const lives: Life[] = [];
  afterAll(async () => {
    for (const life of lives) if (life.isAlive()) await life.kill();
    await closeDoor();
    await works.close();
    await program.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const providers = { 'nexi-xpay': nexi.told.address, satispay: satispay.told.address };
  const origins = [...Object.values(providers), inboxSimulator.told.address].map((address) => new URL(address).origin);
  /** Each simulator takes of a body what it has a switch for, and knows its own orders only. */
  const controlOf = async (origin: string, path: string, body: object): Promise<unknown> => {
    const post = (given: object) =>
      fetch(`${origin}/control${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(given),
      });
    const answer = await post(path === '' || path === '/next' ? await knownTo(origin, body) : body);
    const said: unknown = await answer.json().catch(() => undefined);
    return answer.ok ? said : undefined;
  };
  const known = new Map<string, readonly string[]>();
  const knownTo = async (origin: string, body: object): Promise<object> => {
    if (!known.has(origin)) {
      const said = (await (await fetch(`${origin}/control`)).json()) as { switches?: object };
      known.set(origin, Object.keys(said.switches ?? said));
    }
    return Object.fromEntries(Object.entries(body).filter(([name]) => known.get(origin)?.includes(name)));
  };
  const control = async (path: string, body: object = {}): Promise<unknown> =>
    (await Promise.all(origins.map((origin) => controlOf(origin, path, body)))).find((said) => said !== undefined);
  const told = async <T>(address: string): Promise<T | undefined> => {
    const answer = await fetch(address);
    return answer.ok ? ((await answer.json()) as T) : undefined;
  };
  const inbox = async (to: string): Promise<Mail[]> =>
    (await told<{ messages: Mail[] }>(`${inboxSimulator.told.address}/demo/inbox.json?to=${encodeURIComponent(to)}`))
      ?.messages ?? [];
  const ordersOf = async ([provider, address]: [string, string]): Promise<Order[]> => {
    const ledger = await told<{ orders: Omit<Order, 'provider'>[] }>(`${new URL(address).origin}/control/ledger`);
    return (ledger?.orders ?? []).map((one) => ({ ...one, provider }));
  };
  const orders = async () => (await Promise.all(Object.entries(providers).map(ordersOf))).flat();
  const order = async (reference: string): Promise<Order | undefined> => {
    const found = await Promise.all(
      Object.entries(providers).map(async ([provider, address]) => {
        const one = await told<Omit<Order, 'provider'>>(`${new URL(address).origin}/control/orders/${reference}`);
        return one && { ...one, provider };
      }),
    );
    return found.find((one) => one !== undefined);
  };
  const showTime = () => control('/clock', { now: clock.now() });

  const started = async (more: Record<string, string>): Promise<Life> => {
    const life = await begin({ ...world.environment(), ...more });
    lives.push(life);
    return life;
  };

  const world: CrashWorld = {
    ...works,
    context,
    environment: () => ({ ...environment, SPORTELLO_CLOCK_OFFSET: String(aheadSeconds) }),
    async renew() {
      await control('/reset');
      aheadSeconds = Math.round((Date.parse(testNow) - Date.now()) / 1000);
      await showTime();
    },
    async travel(seconds) {
      aheadSeconds += seconds;
      await showTime();
    },
    async life(crashAt) {
      await closeDoor();
      const life = await started(crashAt ? { SPORTELLO_CRASH_AT: crashAt } : {});
      void life.ended.then(openDoor);
      return life;
    },
    helper: () => started({ PORT: '0' }),
    async minute() {
      await reconcile(context);
      await sweep(context);
      await context.background.idle();
    },
    control,
    order,
    orders,
    inbox,
    async payer({ hasEmail } = { hasEmail: true }) {
      const party = await givenParty(context);
      const email = hasEmail ? await givenContact(context, party.id, { kind: 'email', isPreferred: true }) : undefined;
      const mobile = await givenContact(context, party.id, { kind: 'mobile', isPreferred: !hasEmail });
      const username = email ?? (await givenContact(context, party.id, { kind: 'mobile' }));
      const account = await givenAccount(context, party.id, { username, confirmation: mobile });
      await givenPaperless(context, party.id);
      const policy = await givenPolicy(context, party);
      const payable = await givenPayable(context, policy.id);
      return { partyId: party.id, viewer: await givenViewer(context, account), email, mobile, payable };
    },
    async proposed(payer, method = 'card') {
      const input = { payable: payer.payable.publicId, method };
      const answer = await propose(context, payer.viewer, payInstalment, input);
      if (!answer.ok) throw new Error(`not proposed: ${answer.reasons[0].code}`);
      await context.background.idle();
      const [newest] = await inbox(payer.mobile.value);
      const code = /(?<!\d)\d{6}(?!\d)/.exec(newest?.text ?? '')?.[0];
      if (!code) throw new Error('no code came');
      return { operation: answer.value.operation, code };
    },
    async referenceOf(operation) {
      const [row] = await world.rows<{ reference: string }>(
        'select reference from payment_attempts a join payments p on p.id = a.payment_id where p.public_id = $1',
        [operation],
      );
      return row?.reference;
    },
    rows: async <Row>(statement: string, values: unknown[] = []) =>
      (await program.pool.query(statement, values)).rows as Row[],
  };
  await world.renew();
  return world;
}

/** Looks until something holds; what is looked at are processes of ours, so it is a matter of milliseconds. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + patienceMs / 2;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it never came to hold');
    await pause(5);
  }
}
