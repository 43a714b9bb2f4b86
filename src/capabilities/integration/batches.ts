// One file of a delivery: batch after batch, each in one transaction with the position after it.
import { join } from 'node:path';
import { type Context, transaction } from '#kernel/context.ts';
import type { Intake } from '#kernel/intake.ts';
import { record } from '#kernel/outbox.ts';
import type { Delivery } from './delivery.ts';
import { batchesOf } from './lines.ts';
import { merge, parse } from './rows.ts';
import { settings } from './settings.ts';
import { type FileProgress, keepWaiting, movePosition, refuse } from './store.server.ts';

type FileWork = {
  delivery: Delivery;
  runId: string;
  file: FileProgress;
  intake: Intake;
  isFirst: boolean;
  tell(linesDone: number, refused: number): void;
};

/** Imports what is left of a file. */
export async function importFile(
  context: Context,
  { delivery, runId, file, intake, isFirst, tell }: FileWork,
): Promise<void> {
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
