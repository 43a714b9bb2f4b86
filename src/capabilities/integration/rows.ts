// From records of a file to rows of ours: the shape of each is checked, then the batch is merged by its capability.
import { setImmediate } from 'node:timers/promises';
import type { Transaction } from '#kernel/context.ts';
import type { CoreRow, Foreseen, Intake, IntakeResult, RowFault } from '#kernel/intake.ts';
import { type Reader, shownName } from './entries.ts';
import type { Raw } from './records.ts';
import type { Counted, RefusedRow } from './store.server.ts';

export type Row = { line: number; row: CoreRow };
export type Checked = { rows: Row[]; refused: RefusedRow[] };

/** So many rows are checked before the database has its turn: it must not wait for us while it merges the batch before. */
const sliceRows = 25;

/** Checks the shape of every record; what does not fit is reported with file, line, field and reason. */
export async function check(intake: Intake, file: string, reader: Reader, records: readonly Raw[]): Promise<Checked> {
  const checked: Checked = { rows: [], refused: [] };
  for (let at = 0; at < records.length; at += sliceRows) {
    checkSlice(checked, intake, file, reader, records.slice(at, at + sliceRows));
    await setImmediate();
  }
  return checked;
}

function checkSlice({ rows, refused }: Checked, intake: Intake, file: string, reader: Reader, records: Raw[]): void {
  const no = (line: number, { field, reason }: RowFault) =>
    refused.push({ entity: intake.entity, file, line, field: shownName(reader.nameOf(field)), reason });
  for (const entry of reader.read(records)) {
    if ('faults' in entry) {
      for (const fault of entry.faults) no(entry.line, fault);
      continue;
    }
    const parsed = intake.schema.safeParse(entry.value);
    if (parsed.success) rows.push({ line: entry.line, row: parsed.data });
    else
      for (const issue of parsed.error.issues.slice(0, 5)) for (const fault of faultsOf(issue)) no(entry.line, fault);
  }
}

type Issue = { path: PropertyKey[]; message: string; code?: string; errors?: Issue[][] };

/** The faults of an issue; of a row that is neither whole nor an end, those of the whole row. */
function faultsOf(issue: Issue): RowFault[] {
  if (issue.code === 'invalid_union' && issue.errors) {
    return (issue.errors.at(0) ?? [])
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

export async function merge(
  tx: Transaction,
  intake: Intake,
  file: string,
  rows: readonly Row[],
  foreseen?: Foreseen,
): Promise<Merged> {
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
    foreseen,
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
