// How rows of the core system become ours: one statement a batch, by key and version, so that the same rows twice
// change nothing and an older version never overwrites a newer one.
import { type RawBuilder, sql } from 'kysely';
import { DatabaseError } from 'pg';
import type { Transaction } from './context.ts';
import { newId, publicId } from './ids.ts';
import type { CoreRow, IntakeResult, RowFault } from './intake.ts';

/** A column of ours and the field of the core's row that fills it. */
export type UpsertColumn = {
  column: string;
  field: string;
  type: 'text' | 'bigint' | 'integer' | 'boolean' | 'date' | 'timestamptz' | 'jsonb' | 'numeric' | 'double precision';
};
/** A column that refers to another entity: `ids` is a relation of (id, key) exported by its capability. */
export type UpsertParent = { column: string; field: string; entity: string; ids: RawBuilder<unknown> };

export type Upsert = {
  table: string;
  columns: readonly UpsertColumn[];
  parents?: readonly UpsertParent[];
  /** Columns set once, at the first insert. */
  once?: { publicId?: boolean; createdAt?: boolean };
  /** False for the few entities that have no day of reference. */
  hasAsOf?: boolean;
  /** What a violated constraint means for the row, by constraint name. */
  violations?: Record<string, RowFault>;
};

type Answer = { key: string; written: boolean; missing: string[] | null };

/**
 * Merges a batch. Rows whose parent has not come yet are returned as waiting, rows that break a constraint as refused;
 * of two rows with one key the higher version counts.
 */
export async function upsert<Row extends CoreRow>(
  tx: Transaction,
  rows: readonly Row[],
  spec: Upsert,
): Promise<IntakeResult<Row> & { writtenRows: Row[] }> {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const other = newest.get(row.key);
    if (!other || row.version >= other.version) newest.set(row.key, row);
  }
  const result: IntakeResult<Row> & { writtenRows: Row[] } = {
    written: 0,
    unchanged: rows.length - newest.size,
    waiting: [],
    refused: [],
    changes: [],
    writtenRows: [],
  };
  const live = [...newest.values()].filter((row) => !row.deleted);
  const ended = [...newest.values()].filter((row) => row.deleted);
  await savepoint(tx, async () => note(result, live, await write(tx, live, spec))).catch(async (error: unknown) => {
    if (!isViolation(error)) throw error;
    // One bad row must not refuse its whole batch: again, each alone.
    for (const row of live) {
      await savepoint(tx, async () => note(result, [row], await write(tx, [row], spec))).catch((fault: unknown) => {
        if (!isViolation(fault)) throw fault;
        result.refused.push({ row, faults: [faultOf(fault, spec)] });
      });
    }
  });
  const endedKeys = new Set(await end(tx, ended, spec));
  for (const row of ended) {
    if (endedKeys.has(row.key)) result.writtenRows.push(row);
  }
  result.written += endedKeys.size;
  result.unchanged += ended.length - endedKeys.size;
  return result;
}

const isViolation = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && (error.code?.startsWith('23') ?? false);

function faultOf(error: DatabaseError, spec: Upsert): RowFault {
  const known = error.constraint ? spec.violations?.[error.constraint] : undefined;
  return (
    known ?? {
      field: error.column ?? 'key',
      reason: `breaks the rule ${error.constraint ?? error.code ?? 'of the database'}`,
    }
  );
}

function note<Row extends CoreRow>(
  result: IntakeResult<Row> & { writtenRows: Row[] },
  rows: readonly Row[],
  answers: Map<string, Answer>,
): void {
  for (const row of rows) {
    const answer = answers.get(row.key);
    if (answer?.missing?.length) {
      const misses = { field: answer.missing.join(', '), reason: 'refers to something that has not come' };
      result.waiting.push({ row, misses });
    } else if (answer?.written) {
      result.written += 1;
      result.writtenRows.push(row);
    } else result.unchanged += 1;
  }
}

/** Runs inside a savepoint, so that a violation undoes only this part of the batch's transaction. */
async function savepoint(tx: Transaction, work: () => Promise<void>): Promise<void> {
  await sql`savepoint upsert`.execute(tx.database);
  try {
    await work();
    await sql`release savepoint upsert`.execute(tx.database);
  } catch (error) {
    await sql`rollback to savepoint upsert`.execute(tx.database);
    throw error;
  }
}

async function write<Row extends CoreRow>(
  tx: Transaction,
  rows: readonly Row[],
  spec: Upsert,
): Promise<Map<string, Answer>> {
  if (rows.length === 0) return new Map();
  const now = tx.clock.now();
  const { once = {}, hasAsOf = true, parents = [] } = spec;
  const payload = JSON.stringify(
    rows.map((row) => ({ ...row, newId: newId(Date.parse(now)), ...(once.publicId && { newPublicId: publicId() }) })),
  );
  const list = (parts: RawBuilder<unknown>[]) => sql.join(parts, sql`, `);
  const fields = [
    sql`"newId" uuid, key text, version bigint`,
    ...(once.publicId ? [sql`"newPublicId" text`] : []),
    ...(hasAsOf ? [sql`"asOf" date`] : []),
    ...spec.columns.map((one) => sql`${sql.ref(one.field)} ${sql.raw(one.type)}`),
    ...parents.map((one) => sql`${sql.ref(one.field)} text`),
  ];
  const always = [
    { column: 'version', value: sql`r.version` },
    ...(hasAsOf ? [{ column: 'as_of', value: sql`r."asOf"` }] : []),
    ...spec.columns.map((one) => ({ column: one.column, value: sql`r.${sql.ref(one.field)}` })),
    ...parents.map((one) => ({ column: one.column, value: sql`r.${sql.ref(`parent ${one.field}`)}` })),
  ];
  const first = [
    { column: 'id', value: sql`r."newId"` },
    { column: 'key', value: sql`r.key` },
    ...(once.publicId ? [{ column: 'public_id', value: sql`r."newPublicId"` }] : []),
    ...(once.createdAt ? [{ column: 'created_at', value: sql`${now}::timestamptz` }] : []),
  ];
  const table = sql.table(spec.table);
  // A field that may be empty refers to nothing; one that names a key must find it.
  const missing = parents.map(
    (one) =>
      sql`case when r.${sql.ref(one.field)} is not null and r.${sql.ref(`parent ${one.field}`)} is null then ${one.field}::text end`,
  );
  const isWhole =
    parents.length === 0
      ? sql`true`
      : sql.join(
          parents.map(
            (one) => sql`(r.${sql.ref(one.field)} is null or r.${sql.ref(`parent ${one.field}`)} is not null)`,
          ),
          sql` and `,
        );
  const statement = sql<Answer>`
    with incoming as (select * from jsonb_to_recordset(${payload}::jsonb) as i(${list(fields)})),
    resolved as (
      select i.*${parents.length > 0 ? sql`, ${list(parents.map((one, at) => sql`${sql.ref(`p${at}`)}.id as ${sql.ref(`parent ${one.field}`)}`))}` : sql``}
      from incoming i
      ${sql.join(
        parents.map(
          (one, at) =>
            sql`left join ${one.ids} as ${sql.ref(`p${at}`)} on ${sql.ref(`p${at}`)}.key = i.${sql.ref(one.field)}`,
        ),
        sql` `,
      )}
    ),
    written as (
      insert into ${table} as t (${list([...first, ...always].map((one) => sql.ref(one.column)))})
      select ${list([...first, ...always].map((one) => one.value))} from resolved r where ${isWhole}
      on conflict (key) do update set ended_at = null, ${list(always.map((one) => sql`${sql.ref(one.column)} = excluded.${sql.ref(one.column)}`))}
      where t.version < excluded.version
      returning t.key
    )
    select r.key, w.key is not null as written, ${missing.length > 0 ? sql`array_remove(array[${list(missing)}], null)` : sql`null`} as missing
    from resolved r left join written w using (key)`;
  const { rows: answers } = await statement.execute(tx.database);
  return new Map(answers.map((answer) => [answer.key, answer]));
}

/** Ends what the core system says is no more; returns the keys that this changed. */
async function end<Row extends CoreRow>(tx: Transaction, rows: readonly Row[], spec: Upsert): Promise<string[]> {
  if (rows.length === 0) return [];
  const payload = JSON.stringify(rows.map((row) => ({ key: row.key, version: row.version })));
  const { rows: ended } = await sql<{ key: string }>`
    update ${sql.table(spec.table)} t set ended_at = ${tx.clock.now()}::timestamptz, version = i.version
    from jsonb_to_recordset(${payload}::jsonb) as i(key text, version bigint)
    where t.key = i.key and t.version < i.version returning t.key`.execute(tx.database);
  return ended.map((row) => row.key);
}
