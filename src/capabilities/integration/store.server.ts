// Runs, positions, rows that wait, rows refused.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { RowFault } from '#kernel/intake.ts';
import type { Delivery } from './delivery.ts';

export const tables = ['import_runs', 'import_files', 'import_waiting_rows', 'import_refused_rows'] as const;

export type RunState = 'running' | 'done' | 'partly' | 'failed';
export type FileProgress = {
  entity: string;
  file: string;
  rowsExpected: number;
  linesDone: number;
  bytesDone: number;
  written: number;
  unchanged: number;
  refused: number;
  waiting: number;
  state: 'waiting' | 'running' | 'done';
};
export type Run = {
  id: string;
  delivery: string;
  folder: string;
  state: RunState;
  startedAt: string;
  finishedAt: string | null;
  files: FileProgress[];
};

/** Records a run of a delivery with all its files at position zero. */
export async function createRun(tx: Transaction, delivery: Delivery): Promise<string> {
  const id = newId(Date.parse(tx.clock.now()));
  await tx.database
    .insertInto('import_runs')
    .values({
      id,
      delivery: delivery.id,
      manifest_sha256: delivery.manifestSha256,
      folder: delivery.folder,
      delivered_on: delivery.day,
      state: 'running',
      started_at: tx.clock.now(),
    })
    .execute();
  await tx.database
    .insertInto('import_files')
    .values(
      delivery.files.map((file, at) => ({
        run_id: id,
        position: at,
        entity: file.entity,
        file: file.file,
        rows_expected: file.rows,
        sha256: Buffer.from(file.sha256, 'hex'),
        state: 'waiting' as const,
      })),
    )
    .execute();
  return id;
}

const runColumns = [
  'id',
  'delivery',
  'folder',
  'state',
  'started_at as startedAt',
  'finished_at as finishedAt',
] as const;

/** The newest run, or the one of an id. */
export async function findRun(context: Context, id?: string): Promise<Run | undefined> {
  const run = await context.database
    .selectFrom('import_runs')
    .select(runColumns)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return run && { ...run, files: await filesOf(context, run.id) };
}

/** The newest run of exactly this delivery. */
export async function findRunOf(context: Context, manifestSha256: Buffer): Promise<Run | undefined> {
  const run = await context.database
    .selectFrom('import_runs')
    .select('id')
    .where('manifest_sha256', '=', manifestSha256)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return run && findRun(context, run.id);
}

const filesOf = (context: Context, runId: string): Promise<FileProgress[]> =>
  context.database
    .selectFrom('import_files')
    .select([
      'entity',
      'file',
      'rows_expected as rowsExpected',
      'lines_done as linesDone',
      'bytes_done as bytesDone',
      'written',
      'unchanged',
      'refused',
      'waiting',
      'state',
    ])
    .where('run_id', '=', runId)
    .orderBy('position')
    .execute();

export const runsCount = async (context: Context): Promise<number> =>
  (
    await context.database
      .selectFrom('import_runs')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('state', 'in', ['done', 'partly'])
      .executeTakeFirstOrThrow()
  ).count;

export async function finishRun(context: Context, runId: string, state: RunState): Promise<void> {
  await context.database
    .updateTable('import_runs')
    .set({ state, finished_at: context.clock.now() })
    .where('id', '=', runId)
    .execute();
}

export async function setFileState(
  context: Context,
  runId: string,
  entity: string,
  state: FileProgress['state'],
): Promise<void> {
  await context.database
    .updateTable('import_files')
    .set({ state })
    .where('run_id', '=', runId)
    .where('entity', '=', entity)
    .execute();
}

/**
 * A batch need not be on the disk before the next begins: its position goes with it, so what a power cut takes is imported
 * again. The commit that ends the run waits for all of them.
 */
export const commitSoon = (tx: Transaction) => sql`set local synchronous_commit = off`.execute(tx.database);

export type Counted = { written: number; unchanged: number; refused: number; waiting: number };

/** Moves the position of a file, in the transaction that merged the batch: after a crash the next batch is the right one. */
export async function movePosition(
  tx: Transaction,
  runId: string,
  entity: string,
  position: { from: number; line: number; byte: number },
  counted: Counted,
): Promise<void> {
  const moved = await tx.database
    .updateTable('import_files')
    .set((of) => ({
      lines_done: position.line,
      bytes_done: position.byte,
      written: of('written', '+', counted.written),
      unchanged: of('unchanged', '+', counted.unchanged),
      refused: of('refused', '+', counted.refused),
      waiting: of('waiting', '+', counted.waiting),
    }))
    .where('run_id', '=', runId)
    .where('entity', '=', entity)
    .where('bytes_done', '=', position.from)
    .executeTakeFirst();
  // Two processes on one run: the second one finds the position moved and gives up, with nothing merged twice.
  if (moved.numUpdatedRows !== 1n) throw new Error('another process works on this run');
}

/** What the second look at waiting rows changed. */
export async function moveWaiting(tx: Transaction, runId: string, entity: string, counted: Counted): Promise<void> {
  await tx.database
    .updateTable('import_files')
    .set((of) => ({
      written: of('written', '+', counted.written),
      unchanged: of('unchanged', '+', counted.unchanged),
      refused: of('refused', '+', counted.refused),
      waiting: of('waiting', '-', counted.written + counted.unchanged + counted.refused),
    }))
    .where('run_id', '=', runId)
    .where('entity', '=', entity)
    .execute();
}

export type WaitingRow = { line: number; row: unknown; misses: RowFault };

export async function keepWaiting(
  tx: Transaction,
  runId: string,
  entity: string,
  rows: readonly WaitingRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const payload = JSON.stringify(rows);
  await sql`
    insert into import_waiting_rows (run_id, entity, line, row, misses)
    select ${runId}::uuid, ${entity}, i.line, i.row, i.misses
    from jsonb_to_recordset(${payload}::jsonb) as i(line bigint, row jsonb, misses jsonb)
    on conflict (run_id, entity, line) do nothing`.execute(tx.database);
}

/** Takes waiting rows of an entity out, in order of their lines, after a line. */
export const waitingRows = (context: Context, runId: string, entity: string, afterLine: number, rowsMax: number) =>
  context.database
    .selectFrom('import_waiting_rows')
    .select(['line', 'row', 'misses'])
    .where('run_id', '=', runId)
    .where('entity', '=', entity)
    .where('line', '>', afterLine)
    .orderBy('line')
    .limit(rowsMax)
    .execute();

export async function forgetWaiting(
  tx: Transaction,
  runId: string,
  entity: string,
  lines: readonly number[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.database
    .deleteFrom('import_waiting_rows')
    .where('run_id', '=', runId)
    .where('entity', '=', entity)
    .where((of) => of('line', '=', of.fn.any(of.val([...lines]))))
    .execute();
}

export type RefusedRow = { entity: string; file: string; line: number; field: string; reason: string };

export async function refuse(tx: Transaction, runId: string, rows: readonly RefusedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const payload = JSON.stringify(rows);
  await sql`
    insert into import_refused_rows (run_id, entity, file, line, field, reason)
    select ${runId}::uuid, i.entity, i.file, i.line, i.field, i.reason
    from jsonb_to_recordset(${payload}::jsonb) as i(entity text, file text, line bigint, field text, reason text)
    on conflict (run_id, entity, line, field) do nothing`.execute(tx.database);
}

/** The report of a run: each refused row with file, line, field and reason. */
export const refusedRows = (context: Context, runId: string, rowsMax: number): Promise<RefusedRow[]> =>
  context.database
    .selectFrom('import_refused_rows')
    .select(['entity', 'file', 'line', 'field', 'reason'])
    .where('run_id', '=', runId)
    .orderBy('entity')
    .orderBy('line')
    .limit(rowsMax)
    .execute();
