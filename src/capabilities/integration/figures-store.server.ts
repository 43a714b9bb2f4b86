import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';

export type NewestRun = {
  state: string;
  startedAt: Instant;
  finishedAt: Instant | null;
  lines: number;
  written: number;
  unchanged: number;
  refused: number;
  waiting: number;
};

/** The newest delivery with what became of its rows until now. */
export async function newestRun(context: Context): Promise<NewestRun | undefined> {
  const run = await context.database
    .selectFrom('import_runs')
    .select(['id', 'state', 'started_at as startedAt', 'finished_at as finishedAt'])
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!run) return undefined;
  const sums = await context.database
    .selectFrom('import_files')
    .select((of) => [
      of.fn.sum<string | null>('lines_done').as('lines'),
      of.fn.sum<string | null>('written').as('written'),
      of.fn.sum<string | null>('unchanged').as('unchanged'),
      of.fn.sum<string | null>('refused').as('refused'),
      of.fn.sum<string | null>('waiting').as('waiting'),
    ])
    .where('run_id', '=', run.id)
    .executeTakeFirstOrThrow();
  const { state, startedAt, finishedAt } = run;
  const { lines, written, unchanged, refused, waiting } = sums;
  return {
    state,
    startedAt,
    finishedAt,
    lines: Number(lines),
    written: Number(written),
    unchanged: Number(unchanged),
    refused: Number(refused),
    waiting: Number(waiting),
  };
}
