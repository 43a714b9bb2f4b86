// One file of a delivery: batch after batch, each in one transaction with the position after it. The next batch is read and
// checked while the database merges the one before.
import { join } from 'node:path';
import { type Context, transaction } from '#kernel/context.ts';
import type { Foreseen, Intake } from '#kernel/intake.ts';
import { record } from '#kernel/outbox.ts';
import type { Delivery } from './delivery.ts';
import type { Reader } from './entries.ts';
import { batchesOf, type RawBatch } from './records.ts';
import { type Checked, check, merge } from './rows.ts';
import { settings } from './settings.ts';
import { commitSoon, type FileProgress, keepWaiting, movePosition, refuse } from './store.server.ts';

type FileWork = {
  delivery: Delivery;
  runId: string;
  file: FileProgress;
  intake: Intake;
  reader: Reader;
  isFirst: boolean;
  /** Rows of this file that are done, refused ones and those that wait among them. */
  tell(rowsDone: number, refused: number): void;
};

/** A batch that has been read and checked, and waits for its turn. */
type Ready = { batch: RawBatch; checked: Checked; foreseen: Foreseen | undefined };

/** Imports what is left of a file. */
export async function importFile(context: Context, work: FileWork): Promise<void> {
  const { delivery, file, intake, reader } = work;
  const from = file.bytesDone === 0 ? reader.first : { line: file.linesDone, byte: file.bytesDone };
  const rowsMax = context.settings.value(settings.batchRows);
  const batches = batchesOf(join(delivery.folder, file.file), from, { rowsMax, isQuoted: reader.isQuoted });
  const next = async (): Promise<Ready | undefined> => {
    const { value: batch } = await batches.next();
    if (!batch) return undefined;
    const checked = await check(intake, file.file, reader, batch.records);
    const rows = checked.rows.map(({ row }) => row);
    return { batch, checked, foreseen: intake.foresee?.(rows, context.clock.now()) };
  };
  let refused = file.refused;
  let rowsDone = doneOf(file);
  let byte = file.bytesDone;
  let coming = next();
  try {
    for (let present = await coming; present; present = await coming) {
      await context.step('integration.batch_checked');
      coming = next();
      // Whoever waits for it hears of its failure; until then nobody does.
      coming.catch(() => {});
      const counted = await mergeBatch(context, work, present, byte);
      await context.step('integration.batch_merged');
      byte = present.batch.byteDone;
      refused += counted.refused;
      rowsDone += doneOf(counted);
      work.tell(rowsDone, refused);
    }
  } finally {
    await coming.catch(() => {});
    await batches.return(undefined);
  }
}

const doneOf = (counts: { written: number; unchanged: number; refused: number; waiting: number }): number =>
  counts.written + counts.unchanged + counts.refused + counts.waiting;

function mergeBatch(
  context: Context,
  { runId, file, intake, isFirst }: FileWork,
  { batch, checked, foreseen }: Ready,
  from: number,
) {
  return transaction(context, async (tx) => {
    await commitSoon(tx);
    const merged = await merge(tx, intake, file.file, checked.rows, foreseen);
    await keepWaiting(tx, runId, file.entity, merged.waiting);
    const all = [...checked.refused, ...merged.refused];
    await refuse(tx, runId, all);
    const counts = { ...merged.counted, refused: new Set(all.map((row) => row.line)).size };
    await movePosition(tx, runId, file.entity, { from, line: batch.lineDone, byte: batch.byteDone }, counts);
    if (!isFirst) await record(tx, ...merged.changes);
    return counts;
  });
}
