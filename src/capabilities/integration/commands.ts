// Takes a delivery of the core system in: batch by batch, each in one transaction with the position after it. INT-1
import { type Context, transaction } from '#kernel/context.ts';
import type { Intake } from '#kernel/intake.ts';
import { record } from '#kernel/outbox.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import type { System } from '#kernel/viewer.ts';
import { importFile } from './batches.ts';
import { checkFile, type Delivery, type DeliveryReason, readDelivery } from './delivery.ts';
import { createRun, findRun, findRunOf, finishRun, type Run, runsCount, setFileState } from './store.server.ts';
import { retryWaiting } from './waiting.ts';

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
