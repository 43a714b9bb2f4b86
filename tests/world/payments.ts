// A world in which cards can be paid with: the gateway's simulator as a process of its own, and a door for its notices.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { type NexiXpayMethod, nexiXpay, nexiXpayMethods } from '#adapters/nexi-xpay/index.ts';
import { confirm, propose } from '#capabilities/confirmation/index.ts';
import { type Method, type PaymentProvider, payInstalment } from '#capabilities/payments/index.ts';
import type { Context } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import type { Outcome, Reason } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { answerNotice } from '../../src/doors/api/notices.ts';
import { codeIn } from './access.ts';
import { testWorld, type World, type WorldOptions } from './context.ts';
import { control as tell } from './control.ts';
import {
  type GivenContact,
  type GivenParty,
  type GivenPayable,
  type GivenPolicy,
  givenAccount,
  givenContact,
  givenParty,
  givenPayable,
  givenPolicy,
  givenViewer,
} from './rows.ts';
import { pairedSatispay } from './satispay.ts';
import { startSimulator } from './simulator.ts';

export type SimulatedOrder = {
  reference: string;
  state: string;
  takenCents: number;
  refundedCents: number;
  operations: { id: string; type: string; result: string; amountCents: number }[];
  notices: { tries: number; delivered: number; left: number }[];
};

export type PaymentWorld = World & {
  /** Where the simulator listens. */
  origin: string;
  /** POSTs to the simulator's controls. */
  control(path: string, body?: unknown): Promise<unknown>;
  /** The order as the provider sees it. */
  order(reference: string): Promise<SimulatedOrder>;
  /** Moves our clock and the provider's. */
  travel(seconds: number): Promise<void>;
  /** Pays as the payer would on the provider's page, and waits until its notices have been answered (or refused once). */
  pay(reference: string, body?: Record<string, unknown>): Promise<unknown>;
};

async function nexi(methods: readonly NexiXpayMethod[] = nexiXpayMethods): Promise<{
  address: string;
  provider: PaymentProvider;
}> {
  const { address, key } = (await startSimulator('nexi-xpay')).told;
  return { address, provider: nexiXpay({ address, apiKey: key, methods }) };
}

/** Call it once, at the top of a file. Notices reach us over HTTP, as those of the gateway would. */
export async function paymentWorld(
  options: WorldOptions & { at?: 'nexi-xpay' | 'satispay'; methods?: readonly NexiXpayMethod[] } = {},
): Promise<PaymentWorld> {
  const { address, provider } = options.at === 'satispay' ? await pairedSatispay() : await nexi(options.methods);
  let context: Context | undefined;
  const door = createServer((request, response) => {
    if (context) answerNotice(context, request, response);
    else response.writeHead(503).end();
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  afterAll(() => {
    door.closeAllConnections();
    door.close();
  });
  const { port } = door.address() as AddressInfo;
  const world = await testWorld({
    ...options,
    settings: { PUBLIC_ADDRESS: `http://127.0.0.1:${port}`, ...options.settings },
    ports: { payment: [provider], ...options.ports },
  });
  context = world.context;
  const { origin } = new URL(address);
  const control = (path: string, body: object = {}): Promise<unknown> => tell(origin, path.slice(1), body);
  const setClock = (now: string) => control('/clock', { now });
  await setClock(world.clock.now());
  const order = async (reference: string): Promise<SimulatedOrder> =>
    (await (await fetch(`${origin}/control/orders/${reference}`)).json()) as SimulatedOrder;
  return {
    ...world,
    origin,
    control,
    order,
    async travel(seconds) {
      world.clock.set(plusSeconds(world.clock.now(), seconds));
      await setClock(world.clock.now());
    },
    async pay(reference, body = {}) {
      const paid = await control(`/orders/${reference}/pay`, body);
      if (body.wrongToken) while (!(await order(reference)).notices.some((notice) => notice.tries > 0));
      else if (!body.delaySeconds && body.notify !== 'never') await control('/idle');
      return paid;
    },
  };
}

export type Payer = {
  party: GivenParty;
  viewer: Customer;
  confirmation: GivenContact;
  policy: GivenPolicy;
  payable: GivenPayable;
};

/** Somebody with a policy, an instalment to pay and a mobile that gets the codes. */
export async function givenPayer(
  world: World,
  over: {
    policy?: Parameters<typeof givenPolicy>[2];
    payable?: Parameters<typeof givenPayable>[2];
    language?: 'it' | 'en' | 'de';
  } = {},
): Promise<Payer> {
  const language = over.language ?? 'it';
  const party = await givenParty(world.context, { language });
  const confirmation = await givenContact(world.context, party.id, { kind: 'mobile' });
  const account = await givenAccount(world.context, party.id, { confirmation });
  const viewer = await givenViewer(world.context, account, { language });
  const policy = await givenPolicy(world.context, party, over.policy);
  const payable = await givenPayable(world.context, policy.id, over.payable);
  return { party, viewer, confirmation, policy, payable };
}

/** Proposes to pay; the operation's public id. */
export async function proposed(world: World, payer: Payer, method: Method = 'card'): Promise<string> {
  const answer = await propose(world.context, payer.viewer, payInstalment, {
    payable: payer.payable.publicId,
    method,
  });
  if (!answer.ok) throw new Error(`refused: ${answer.reasons[0].code}`);
  await world.context.background.idle();
  return answer.value.operation;
}

/** Confirms with the code that was sent. */
export const confirmed = (world: World, payer: Payer, operation: string): Promise<Outcome<{ next: string }, Reason>> =>
  confirm(world.context, payer.viewer, { operation, code: codeIn(world, payer.confirmation.value, 6) });

/** Proposes, confirms and opens: what stands before the payer goes to the provider. */
export async function started(
  world: World,
  payer: Payer,
  method: Method = 'card',
): Promise<{ operation: string; reference: string }> {
  const operation = await proposed(world, payer, method);
  const answer = await confirmed(world, payer, operation);
  if (!answer.ok) throw new Error(`refused: ${answer.reasons[0].code}`);
  return { operation, reference: await referenceOf(world, operation) };
}

export async function referenceOf(world: World, operation: string): Promise<string> {
  const row = await world.context.database
    .selectFrom('payment_attempts')
    .innerJoin('payments', 'payments.id', 'payment_attempts.payment_id')
    .select('payment_attempts.reference')
    .where('payments.public_id', '=', operation)
    .executeTakeFirstOrThrow();
  return row.reference;
}

/** States of the payment and its attempt, and what the books hold. */
export async function standingOf(world: World, operation: string) {
  const row = await world.context.database
    .selectFrom('payments')
    .innerJoin('payment_attempts', 'payment_attempts.payment_id', 'payments.id')
    .select(['payments.state as payment', 'payment_attempts.state as attempt', 'payments.id'])
    .where('payments.public_id', '=', operation)
    .executeTakeFirstOrThrow();
  const books = await world.context.database
    .selectFrom('ledger_transactions')
    .innerJoin('ledger_entries', 'ledger_entries.transaction_id', 'ledger_transactions.id')
    .select(['ledger_entries.account', 'ledger_entries.amount_cents'])
    .where('ledger_transactions.payment_id', '=', row.id)
    .execute();
  const balances: Record<string, number> = {};
  for (const entry of books) balances[entry.account] = (balances[entry.account] ?? 0) + entry.amount_cents;
  return { payment: row.payment, attempt: row.attempt, books: balances };
}
