import type { z } from 'zod';
import type { Transaction } from './context.ts';
import type { Instant } from './days.ts';

/** Why a row of the core system was not taken, for the report of a run: the field and the reason, in English words for its operators. */
export type RowFault = { field: string; reason: string };

/** One row as the core system sent it, checked by the schema. `key` is the core's id, `version` grows with each change. */
export type CoreRow = { key: string; version: number; deleted?: boolean | undefined };

/** What became of a batch. `waiting` rows refer to something that has not come yet and are tried again at the end. */
export type IntakeResult<Row> = {
  written: number;
  unchanged: number;
  waiting: { row: Row; misses: RowFault }[];
  refused: { row: Row; faults: RowFault[] }[];
  /** What changed for customers, for the events that follow an import after the first one. */
  changes: { type: string; subject: string; facts: Record<string, unknown> }[];
};

/** The lists of a batch, one for each column, that were made before its turn came. */
export type Foreseen = { rows: readonly CoreRow[]; lists: readonly { name: string; type: string; text: string }[] };

/** How one entity of a delivery becomes ours. The schema is published as JSON Schema in `contracts/`. */
export type Intake<Row extends CoreRow = CoreRow> = {
  /** The name of the entity, and of its file in a delivery: `policies`. */
  entity: string;
  schema: z.ZodType<Row>;
  /** Checks beyond the shape of one row (check digits, places). */
  check?(tx: Transaction, rows: readonly Row[]): Promise<(RowFault[] | undefined)[]>;
  /** Prepares a batch that has been checked, while the one before is being merged. May be left out, and changes nothing. */
  foresee?(rows: readonly Row[], now: Instant): Foreseen;
  /** Upserts by key and version in one round trip per table; the same rows twice change nothing. */
  merge(tx: Transaction, rows: readonly Row[], foreseen?: Foreseen): Promise<IntakeResult<Row>>;
};
