// The net under everything: whatever is open or unknown is asked for, whatever is owed is given back, whatever was paid
// has its receipt. And the comparison of our books with the provider's. [PAY-6] [PAY-11]
import type { Context } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { type Cents, cents } from '#kernel/money.ts';
import type { Schedule } from '#kernel/tasks.ts';
import { attemptsAfter, attemptsToLookAt, changeAttempt } from './attempts-store.server.ts';
import { knownOrder } from './known-order.ts';
import { balances, heldAtProvider } from './ledger-store.server.ts';
import { open } from './opening.ts';
import { providerNamed } from './providers.ts';
import { makeReceipt } from './receipts.ts';
import { paymentsWithoutReceipt } from './receipts-store.server.ts';
import { giveBack } from './refunding.ts';
import { refundsToTry } from './refunds-store.server.ts';
import { reconcileBatch } from './settings.ts';
import { settle } from './settling.ts';
import { type Attempt, attemptById } from './store.server.ts';

export type Reconciled = { attempts: number; refunds: number; receipts: number; failed: number };

/** One run: everything whose time has come, each on its own, so that one fault holds nothing else up. */
export async function reconcile(context: Context): Promise<Reconciled> {
  const done: Reconciled = { attempts: 0, refunds: 0, receipts: 0, failed: 0 };
  const each = async (
    name: 'attempts' | 'refunds' | 'receipts',
    ids: string[],
    work: (id: string) => Promise<void>,
  ) => {
    for (const id of ids) {
      try {
        await work(id);
        done[name]++;
      } catch (error) {
        done.failed++;
        context.log.error('reconciling failed', { task: name, error });
      }
    }
  };
  await each('refunds', await refundsToTry(context, reconcileBatch), (id) => giveBack(context, id));
  await each('attempts', await attemptsToLookAt(context, reconcileBatch), (id) => look(context, id));
  await each('receipts', await paymentsWithoutReceipt(context, reconcileBatch), (id) => makeReceipt(context, id));
  return done;
}

/** An attempt that fails again and again must not keep the ones behind it waiting. */
const pauseAfterFault = 300;

async function look(context: Context, attemptId: string): Promise<void> {
  await changeAttempt(context, attemptId, { nextLookAt: plusSeconds(context.clock.now(), pauseAfterFault) });
  const found = await attemptById(context, attemptId);
  if (found?.attempt.state === 'confirmed') await open(context, attemptId);
  else await settle(context, attemptId);
}

/** PAY-11: every minute. */
export const reconcileSchedule: Schedule = {
  name: 'payments.reconcile',
  cron: '* * * * *',
  async run(context) {
    await reconcile(context);
  },
};

export type Difference = { reference: string; ledgerCents: Cents; providerCents: Cents };
export type Comparison = {
  attempts: number;
  /** The provider did not say. */
  unanswered: number;
  differences: Difference[];
  balances: { account: string; amountCents: Cents }[];
};

/** Our books against what the provider lists, attempt by attempt. Changes nothing. */
export async function compareBooks(context: Context): Promise<Comparison> {
  const compared: Comparison = { attempts: 0, unanswered: 0, differences: [], balances: await balances(context) };
  let after: string | undefined;
  for (;;) {
    const page = await attemptsAfter(context, after, reconcileBatch);
    for (const attempt of page) {
      compared.attempts++;
      const providerCents = await heldThere(context, attempt);
      const ledgerCents = await heldAtProvider(context, attempt.id);
      if (providerCents === undefined) compared.unanswered++;
      else if (providerCents !== ledgerCents) {
        compared.differences.push({ reference: attempt.reference, ledgerCents, providerCents });
      }
    }
    after = page.at(-1)?.id;
    if (page.length < reconcileBatch) return compared;
  }
}

/** What the provider has taken and not given back on an order. */
async function heldThere(context: Context, attempt: Attempt): Promise<Cents | undefined> {
  const provider = providerNamed(context, attempt.provider);
  const answer = await provider?.read(attempt.reference, await knownOrder(context, attempt));
  if (!answer || answer.kind === 'unanswered') return undefined;
  if (answer.kind === 'none') return cents(0);
  return cents(
    answer.operations
      .filter((operation) => operation.result === 'success' && operation.type !== 'other')
      .reduce((sum, one) => sum + (one.type === 'payment' ? one.amountCents : -one.amountCents), 0),
  );
}
