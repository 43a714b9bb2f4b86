// Takes a delivery of the core system in: batch by batch, each in one transaction with the position after it. INT-1

import { join } from 'node:path';
import { type Context, transaction } from '#kernel/context.ts';
import type { Intake } from '#kernel/intake.ts';
import { record } from '#kernel/outbox.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import type { System } from '#kernel/viewer.ts';
import { importFile } from './batches.ts';
import { csv } from './csv.ts';
import { checkFile, type Delivery, type DeliveryReason, readDelivery } from './delivery.ts';
import type { Reader } from './entries.ts';
import { type HeaderReason, readHeader } from './header.ts';
import { jsonLines } from './json-lines.ts';
import { createRun, findRun, findRunOf, finishRun, type Run, runsCount, setFileState } from './store.server.ts';
import { retryWaiting } from './waiting.ts';

/** How far a run is: rows of the present file that are done, rows of the files before it and of the whole delivery. */
export type Progress = { entity: string; rowsDone: number; rowsBefore: number; rowsOfAll: number; refused: number };
export type RunReason =
  | DeliveryReason
  | HeaderReason
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

/** A delivery whose files are what its manifest says, with how each of them is read. */
type Readable = Delivery & { readers: Map<string, Reader> };

async function checked(context: Context, folder: string): Promise<Outcome<Readable, DeliveryReason | HeaderReason>> {
  const intakes = intakesOf(context);
  const delivery = await readDelivery(folder, [...intakes.keys()]);
  if (!delivery.ok) return delivery;
  const readers = new Map<string, Reader>();
  for (const file of delivery.value.files) {
    const intact = await checkFile(folder, file);
    if (!intact.ok) return intact;
    const reader = await readerOf(folder, file.file, intakes.get(file.entity));
    if (!reader.ok) return reader;
    readers.set(file.entity, reader.value);
  }
  return yes({ ...delivery.value, readers });
}

/** By the name of the file: `.csv` is CSV, everything else JSON Lines. */
async function readerOf(
  folder: string,
  file: string,
  intake: Intake | undefined,
): Promise<Outcome<Reader, HeaderReason>> {
  if (!intake || !file.toLowerCase().endsWith('.csv')) return yes(jsonLines);
  const header = await readHeader(join(folder, file), file, intake.schema);
  return header.ok ? yes(csv(header.value)) : header;
}

async function work(
  context: Context,
  viewer: System,
  delivery: Readable,
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
    const reader = delivery.readers.get(file.entity);
    if (!intake || !reader) continue;
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
      reader,
      isFirst,
      tell: (rowsDone, refused) => onProgress?.({ entity: file.entity, rowsDone, rowsBefore, rowsOfAll, refused }),
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
