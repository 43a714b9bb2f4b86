// What operators watch of deliveries. An import is a command that ends, so its numbers are read from where it writes them.
import type { Context } from '#kernel/context.ts';
import { secondsBetween } from '#kernel/days.ts';
import type { Figure } from '#kernel/meter.ts';
import { newestRun } from './figures-store.server.ts';
import { lastDelivery } from './vitals-store.server.ts';

const results = ['written', 'unchanged', 'refused', 'waiting'] as const;

export async function figures(context: Context): Promise<readonly Figure[]> {
  const [run, last] = await Promise.all([newestRun(context), lastDelivery(context)]);
  const now = context.clock.now();
  const seconds = run ? Math.max(1, secondsBetween(run.startedAt, run.finishedAt ?? now)) : 1;
  return [
    ...(last ? [{ name: 'import_age_seconds' as const, labels: {}, value: secondsBetween(last, now) }] : []),
    ...(run
      ? [
          ...results.map((result) => ({ name: 'import_rows' as const, labels: { result }, value: run[result] })),
          { name: 'import_rows_per_second' as const, labels: {}, value: run.lines / seconds },
          { name: 'import_running' as const, labels: {}, value: run.state === 'running' ? 1 : 0 },
        ]
      : []),
  ];
}
