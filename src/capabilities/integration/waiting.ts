// Rows that came before their parents: tried again at the end, as often as it helps.
import { type Context, transaction } from '#kernel/context.ts';
import type { Intake } from '#kernel/intake.ts';
import { record } from '#kernel/outbox.ts';
import { merge } from './rows.ts';
import { settings, waitingPassesMax } from './settings.ts';
import { type FileProgress, forgetWaiting, moveWaiting, type RefusedRow, refuse, waitingRows } from './store.server.ts';

/** Tries rows again whose parent came later; what still waits at the end is refused with the field that misses it. */
export async function retryWaiting(
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
