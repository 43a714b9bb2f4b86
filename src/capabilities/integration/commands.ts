// Takes a delivery of the core system in: batch by batch, each in one transaction with the position after it. INT-1
import { join } from 'node:path';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import type { CoreRow, Intake, IntakeResult, RowFault } from '#kernel/intake.ts';
import { record } from '#kernel/outbox.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import type { System } from '#kernel/viewer.ts';
import { checkFile, type Delivery, type DeliveryReason, jsonOrNothing, readDelivery } from './delivery.ts';
import { batchesOf, type Line } from './lines.ts';
import { settings, waitingPassesMax } from './settings.ts';
import {
  type Counted,
  createRun,
  type FileProgress,
  findRun,
  findRunOf,
  finishRun,
  forgetWaiting,
  keepWaiting,
  movePosition,
  moveWaiting,
  type RefusedRow,
  type Run,
  refuse,
  runsCount,
  setFileState,
  waitingRows,
} from './store.server.ts';

/** How far a run is: lines of the present file, rows of the files before it and of the whole delivery. */
export type Progress = { entity: string; linesDone: number; rowsBefore: number; rowsOfAll: number; refused: number };
export type RunReason =
  | DeliveryReason
  | Reason<'integration.unfinished_run', { run: string }>
  | Reason<'integration.nothing_to_resume', Record<string, never>>;

/** Every intake that the capabilities contribute, by entity. */
const intakesOf = (context: Context): Map<string, Intake> =>
  new Map(
    context.capabilities.flatMap((capability) => capability.intakes ?? []).map((intake) => [intake.entity, intake]),
  );

/**
 * Imports a delivery. The same delivery twice changes nothing; refuses a damaged delivery before anything of it is taken,
 * and one whose earlier run was interrupted (that one is resumed).
 */
export async function runImport(
  context: Context,
  viewer: System,
  input: { folder: string; onProgress?: (progress: Progress) => void },
): Promise<Outcome<Run, RunReason>> {
  const delivery = await checked(context, input.folder);
  if (!delivery.ok) return delivery;
  const earlier = await findRunOf(context, delivery.value.manifestSha256);
  if (earlier?.state === 'running') {
    return no({ code: 'integration.unfinished_run', values: { run: earlier.id }, changes: 'nobody' });
  }
  const isFirst = (await runsCount(context)) === 0;
  const runId = await transaction(context, (tx) => createRun(tx, delivery.value));
  return yes(await work(context, viewer, delivery.value, runId, isFirst, input.onProgress));
}

/** Goes on with a run that was interrupted, from the batch after the last one that was committed. */
export async function resumeImport(
  context: Context,
  viewer: System,
  input: { folder: string; onProgress?: (progress: Progress) => void },
): Promise<Outcome<Run, RunReason>> {
  const delivery = await checked(context, input.folder);
  if (!delivery.ok) return delivery;
  const run = await findRunOf(context, delivery.value.manifestSha256);
  if (run?.state !== 'running') return no({ code: 'integration.nothing_to_resume', values: {}, changes: 'nobody' });
  const isFirst = (await runsCount(context)) === 0;
  return yes(await work(context, viewer, delivery.value, run.id, isFirst, input.onProgress));
}

async function checked(context: Context, folder: string): Promise<Outcome<Delivery, DeliveryReason>> {
  const delivery = await readDelivery(folder, [...intakesOf(context).keys()]);
  if (!delivery.ok) return delivery;
  for (const file of delivery.value.files) {
    const intact = await checkFile(folder, file);
    if (!intact.ok) return intact;
  }
  return delivery;
}

async function work(
  context: Context,
  viewer: System,
  delivery: Delivery,
  runId: string,
  isFirst: boolean,
  onProgress?: (progress: Progress) => void,
): Promise<Run> {
  const intakes = intakesOf(context);
  const run = await findRun(context, runId);
  const rowsOfAll = (run?.files ?? []).reduce((sum, file) => sum + file.rowsExpected, 0);
  let rowsBefore = 0;
  for (const file of run?.files ?? []) {
    const intake = intakes.get(file.entity);
    if (!intake) continue;
    if (file.state === 'done') {
      rowsBefore += file.rowsExpected;
      continue;
    }
    await setFileState(context, runId, file.entity, 'running');
    await importFile(context, {
      delivery,
      runId,
      file,
      intake,
      isFirst,
      tell: (lines, refused) => onProgress?.({ entity: file.entity, linesDone: lines, rowsBefore, rowsOfAll, refused }),
    });
    rowsBefore += file.rowsExpected;
    await setFileState(context, runId, file.entity, 'done');
    await context.step('integration.entity_done');
  }
  await retryWaiting(context, runId, run?.files ?? [], intakes, isFirst);
  const end = await findRun(context, runId);
  const refused = (end?.files ?? []).some((file) => file.refused > 0);
  await transaction(context, async (tx) => {
    await finishRun(tx, runId, refused ? 'partly' : 'done');
    // A first delivery is one event, not one per customer.
    if (isFirst) await record(tx, { type: 'core.delivery.taken', subject: delivery.id, facts: { run: runId } });
  });
  context.log.info('delivery taken', { task: viewer.task, state: refused ? 'partly' : 'done' });
  const finished = await findRun(context, runId);
  if (!finished) throw new Error('the run has vanished');
  return finished;
}

type FileWork = {
  delivery: Delivery;
  runId: string;
  file: FileProgress;
  intake: Intake;
  isFirst: boolean;
  tell(linesDone: number, refused: number): void;
};

async function importFile(context: Context, { delivery, runId, file, intake, isFirst, tell }: FileWork): Promise<void> {
  const rowsMax = context.settings.value(settings.batchRows);
  let refused = file.refused;
  for await (const batch of batchesOf(
    join(delivery.folder, file.file),
    { line: file.linesDone, byte: file.bytesDone },
    rowsMax,
  )) {
    const parsed = parse(intake, file.file, batch.lines);
    await context.step('integration.batch_checked');
    const counted = await transaction(context, async (tx) => {
      const merged = await merge(tx, intake, file.file, parsed.rows);
      await keepWaiting(tx, runId, file.entity, merged.waiting);
      const all = [...parsed.refused, ...merged.refused];
      await refuse(tx, runId, all);
      const counts = { ...merged.counted, refused: new Set(all.map((row) => row.line)).size };
      await movePosition(
        tx,
        runId,
        file.entity,
        { from: batch.byteFrom, line: batch.lineDone, byte: batch.byteDone },
        counts,
      );
      if (!isFirst) await record(tx, ...merged.changes);
      return counts;
    });
    await context.step('integration.batch_merged');
    refused += counted.refused;
    tell(batch.lineDone, refused);
  }
}

type Row = { line: number; row: CoreRow };

/** Checks the shape of every line; what does not fit is reported with file, line, field and reason. */
function parse(intake: Intake, file: string, lines: readonly Line[]): { rows: Row[]; refused: RefusedRow[] } {
  const rows: Row[] = [];
  const refused: RefusedRow[] = [];
  const no = (line: Line, field: string, reason: string) =>
    refused.push({ entity: intake.entity, file, line: line.number, field, reason });
  for (const line of lines) {
    if (line.isTooLong) {
      no(line, 'line', 'is longer than a row can be');
      continue;
    }
    const value = jsonOrNothing(line.text);
    if (value === undefined) {
      no(line, 'line', 'is not JSON');
      continue;
    }
    const parsed = intake.schema.safeParse(value);
    if (parsed.success) rows.push({ line: line.number, row: parsed.data });
    else
      for (const issue of parsed.error.issues.slice(0, 5))
        for (const fault of faultsOf(issue)) no(line, fault.field, fault.reason);
  }
  return { rows, refused };
}

type Issue = { path: PropertyKey[]; message: string; code?: string; errors?: Issue[][] };

/** The faults of an issue; of a row that is neither whole nor an end, those of the whole row. */
function faultsOf(issue: Issue): RowFault[] {
  if (issue.code === 'invalid_union' && issue.errors) {
    return (issue.errors.at(-1) ?? [])
      .slice(0, 5)
      .map((inner) => ({ field: [...issue.path, ...inner.path].join('.') || 'row', reason: inner.message }));
  }
  return [{ field: issue.path.join('.') || 'row', reason: issue.message }];
}

type Merged = {
  counted: Omit<Counted, 'refused'>;
  waiting: { line: number; row: CoreRow; misses: RowFault }[];
  refused: RefusedRow[];
  changes: IntakeResult<CoreRow>['changes'];
  settledLines: number[];
};

async function merge(tx: Transaction, intake: Intake, file: string, rows: readonly Row[]): Promise<Merged> {
  const faults =
    (await intake.check?.(
      tx,
      rows.map((one) => one.row),
    )) ?? [];
  const refused: RefusedRow[] = [];
  const sound: Row[] = [];
  rows.forEach((one, at) => {
    const found = faults[at];
    if (found?.length)
      for (const fault of found) refused.push({ entity: intake.entity, file, line: one.line, ...fault });
    else sound.push(one);
  });
  const lineOf = new Map(sound.map((one) => [one.row, one.line]));
  const line = (row: CoreRow) => lineOf.get(row) ?? 0;
  const result = await intake.merge(
    tx,
    sound.map((one) => one.row),
  );
  for (const { row, faults: found } of result.refused)
    for (const fault of found) refused.push({ entity: intake.entity, file, line: line(row), ...fault });
  const waiting = result.waiting.map(({ row, misses }) => ({ line: line(row), row, misses }));
  const waits = new Set(waiting.map((one) => one.line));
  return {
    counted: { written: result.written, unchanged: result.unchanged, waiting: waiting.length },
    waiting,
    refused,
    changes: result.changes,
    settledLines: rows.map((one) => one.line).filter((number) => !waits.has(number)),
  };
}

/** Tries rows again whose parent came later; what still waits at the end is refused with the field that misses it. */
async function retryWaiting(
  context: Context,
  runId: string,
  files: readonly FileProgress[],
  intakes: ReadonlyMap<string, Intake>,
  isFirst: boolean,
): Promise<void> {
  for (let pass = 0; pass < waitingPassesMax; pass += 1) {
    let settled = 0;
    for (const file of files) {
      const intake = intakes.get(file.entity);
      if (intake) settled += await retryEntity(context, runId, file, intake, isFirst, false);
    }
    if (settled === 0) break;
  }
  for (const file of files) {
    const intake = intakes.get(file.entity);
    if (intake) await retryEntity(context, runId, file, intake, isFirst, true);
  }
}

async function retryEntity(
  context: Context,
  runId: string,
  file: FileProgress,
  intake: Intake,
  isFirst: boolean,
  isLast: boolean,
): Promise<number> {
  const rowsMax = context.settings.value(settings.batchRows);
  let settled = 0;
  let after = 0;
  for (;;) {
    const kept = await waitingRows(context, runId, file.entity, after, rowsMax);
    if (kept.length === 0) return settled;
    after = kept.at(-1)?.line ?? after;
    await transaction(context, async (tx) => {
      // They were checked when they came; parsing again gives them back their type.
      const rows = kept.map((one) => ({ line: one.line, row: intake.schema.parse(one.row) }));
      const merged = await merge(tx, intake, file.file, rows);
      const late: RefusedRow[] = isLast
        ? merged.waiting.map((one) => ({ entity: file.entity, file: file.file, line: one.line, ...one.misses }))
        : [];
      await refuse(tx, runId, [...merged.refused, ...late]);
      const gone = isLast ? rows.map((one) => one.line) : merged.settledLines;
      await forgetWaiting(tx, runId, file.entity, gone);
      const refusedLines = new Set([...merged.refused, ...late].map((row) => row.line)).size;
      await moveWaiting(tx, runId, file.entity, { ...merged.counted, waiting: 0, refused: refusedLines });
      if (!isFirst) await record(tx, ...merged.changes);
      settled += gone.length;
    });
    await context.step('integration.waiting_merged');
  }
}
