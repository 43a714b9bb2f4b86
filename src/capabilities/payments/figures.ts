// What operators watch of payments: outcomes, how late the reconciler is, money that still has to be given back.
import type { Context } from '#kernel/context.ts';
import { secondsBetween } from '#kernel/days.ts';
import type { Figure } from '#kernel/meter.ts';
import { attemptCounts, overdueLooks, refundCounts } from './figures-store.server.ts';

/** Shown with 0 too, so that an alert on them has something to look at. */
const refundStates = ['asked', 'due', 'overdue'] as const;

export async function figures(context: Context): Promise<readonly Figure[]> {
  const [attempts, overdue, refunds] = await Promise.all([
    attemptCounts(context),
    overdueLooks(context),
    refundCounts(context),
  ]);
  const lag = overdue.since ? secondsBetween(overdue.since, context.clock.now()) : 0;
  return [
    ...attempts.map(({ provider, method, outcome, attempts: value }) => ({
      name: 'payments' as const,
      labels: { provider, method, outcome },
      value,
    })),
    { name: 'reconciliation_overdue', labels: {}, value: overdue.attempts },
    { name: 'reconciliation_lag_seconds', labels: {}, value: lag },
    ...refundStates.map((state) => ({
      name: 'refunds' as const,
      labels: { state },
      value: refunds[state],
    })),
  ];
}
