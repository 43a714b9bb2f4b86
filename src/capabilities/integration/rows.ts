// From lines of a file to rows of ours: the shape of each is checked, then the batch is merged by its capability.
import type { Transaction } from '#kernel/context.ts';
import type { CoreRow, Intake, IntakeResult, RowFault } from '#kernel/intake.ts';
import { jsonOrNothing } from './delivery.ts';
import type { Line } from './lines.ts';
import type { Counted, RefusedRow } from './store.server.ts';

export type Row = { line: number; row: CoreRow };

/** Checks the shape of every line; what does not fit is reported with file, line, field and reason. */
export function parse(intake: Intake, file: string, lines: readonly Line[]): { rows: Row[]; refused: RefusedRow[] } {
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
    if (/\\u(0000|d[89a-f])/i.test(line.text) && !isStorable(value)) {
      no(line, 'line', 'has a character that no text can have: a NUL, or half of a pair');
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

/** PostgreSQL takes neither NULs nor lone surrogates, and one such row would end the batch at every new try. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isStorable(name) && isStorable(inner));
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

export async function merge(tx: Transaction, intake: Intake, file: string, rows: readonly Row[]): Promise<Merged> {
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
