// How rows of the core system become ours, by key and version, so that the same rows twice change nothing and an older
// version never overwrites a newer one. A batch goes as one list per column (docs/adr/0011).
import { type RawBuilder, sql } from 'kysely';
import { DatabaseError } from 'pg';
import { arrayText } from './arrays.ts';
import type { Transaction } from './context.ts';
import type { Instant } from './days.ts';
import { newIds, publicIds } from './ids.ts';
import type { CoreRow, Foreseen, IntakeResult, RowFault } from './intake.ts';

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

/** An entity whose rows are those of one table: merged by key and version, its lists made ahead. */
export const upserting = (spec: Upsert) => ({
  merge: <Row extends CoreRow>(tx: Transaction, rows: readonly Row[], foreseen?: Foreseen) =>
    upsert(tx, rows, spec, foreseen),
  foresee(rows: readonly CoreRow[], now: Instant): Foreseen {
    const live = rows.filter((row) => !row.deleted);
    return { rows: live, lists: listsOf(live, spec, now) };
  },
});

/** What is said of a row that was not new and whole: the version that was there, or the parents it misses. */
type Answer = { key: string; held: number | null; written: boolean; missing: string[] | null };

/**
 * Merges a batch. Rows whose parent has not come yet are returned as waiting, rows that break a constraint as refused;
 * of two rows with one key the higher version counts.
 */
async function upsert<Row extends CoreRow>(
  tx: Transaction,
  rows: readonly Row[],
  spec: Upsert,
  foreseen: Foreseen | undefined,
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
  await savepoint(tx, async () => note(result, live, await write(tx, live, spec, foreseen))).catch(
    async (error: unknown) => {
      if (!isViolation(error)) throw error;
      // One bad row must not refuse its whole batch: again, each alone.
      for (const row of live) {
        await savepoint(tx, async () => note(result, [row], await write(tx, [row], spec))).catch((fault: unknown) => {
          if (!isViolation(fault)) throw fault;
          result.refused.push({ row, faults: [faultOf(fault, spec)] });
        });
      }
    },
  );
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
    if (!answer || answer.written) {
      result.written += 1;
      result.writtenRows.push(row);
    } else if (answer.missing?.length) {
      const misses = { field: answer.missing.join(', '), reason: 'refers to something that has not come' };
      result.waiting.push({ row, misses });
    } else result.unchanged += 1;
  }
}

/** Runs inside a savepoint, so that a violation undoes only this part of the batch's transaction. */
async function savepoint(tx: Transaction, work: () => Promise<void>): Promise<void> {
  // Of a table that was empty a moment ago the planner still believes that it is small, and would read the whole of it.
  await sql`savepoint upsert; set local enable_seqscan = off`.execute(tx.database);
  try {
    await work();
    await sql`release savepoint upsert`.execute(tx.database);
  } catch (error) {
    await sql`rollback to savepoint upsert`.execute(tx.database);
    throw error;
  }
}

/** Inserts what is new and whole, then changes what was there in an older version; answers for all the others. */
async function write<Row extends CoreRow>(
  tx: Transaction,
  rows: readonly Row[],
  spec: Upsert,
  foreseen?: Foreseen,
): Promise<Map<string, Answer>> {
  if (rows.length === 0) return new Map();
  const isAhead = foreseen?.rows.length === rows.length && rows.every((row, at) => row === foreseen.rows[at]);
  const lists = isAhead ? foreseen.lists : listsOf(rows, spec, tx.clock.now());
  const statements = statementsOf(tx, lists, spec);
  const { rows: answers } = await statements.insert.execute(tx.database);
  const found = new Map(answers.map((answer) => [answer.key, { ...answer, written: false }]));
  const isOlder = (row: Row) => {
    const held = found.get(row.key)?.held ?? null;
    return held !== null && held < row.version;
  };
  const changed = rows.filter(isOlder);
  if (changed.length > 0) {
    const { rows: updated } = await statementsOf(tx, listsOf(changed, spec, tx.clock.now()), spec).update.execute(
      tx.database,
    );
    for (const { key } of updated) {
      const answer = found.get(key);
      if (answer) answer.written = true;
    }
  }
  return found;
}

const list = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts, sql`, `);

type Lists = Foreseen['lists'];

/** One list for each column and each parent of the rows, as text for the server. */
function listsOf(rows: readonly CoreRow[], { once = {}, hasAsOf = true, ...spec }: Upsert, now: Instant): Lists {
  // The fields of a row are those of its schema, which names them as `columns` does.
  const given = (field: string) => rows.map((row) => (row as Record<string, unknown>)[field]);
  const fields: { name: string; type: string; values: unknown[] }[] = [
    { name: 'newId', type: 'uuid', values: newIds(rows.length, Date.parse(now)) },
    ...(once.publicId ? [{ name: 'newPublicId', type: 'text', values: publicIds(rows.length) }] : []),
    { name: 'key', type: 'text', values: given('key') },
    { name: 'version', type: 'bigint', values: given('version') },
    ...(hasAsOf ? [{ name: 'asOf', type: 'date', values: given('asOf') }] : []),
    ...spec.columns.map(({ field, type }) => ({ name: field, type, values: given(field) })),
    ...(spec.parents ?? []).map(({ field }) => ({ name: field, type: 'text', values: given(field) })),
  ];
  return fields.map(({ name, type, values }) => ({ name, type, text: arrayText(values) }));
}

/** The rows as a relation: one list per column, with the ids of their parents and the version that is there. */
function incoming(lists: Lists, spec: Upsert) {
  // A look-up for each row, as no join is: a plan made for small tables stays right when they have grown.
  const found = [
    ...(spec.parents ?? []).map(
      (one) =>
        sql`(select p.id from ${one.ids} as p where p.key = i.${sql.ref(one.field)}) as ${sql.ref(`parent ${one.field}`)}`,
    ),
    sql`(select t.version from ${sql.table(spec.table)} as t where t.key = i.key) as held`,
  ];
  return sql`select i.*, ${list(found)}
    from unnest(${list(lists.map(({ text, type }) => sql`${text}::${sql.raw(type)}[]`))})
      as i(${list(lists.map(({ name }) => sql.ref(name)))})`;
}

function statementsOf(tx: Transaction, lists: Lists, spec: Upsert) {
  const { once = {}, hasAsOf = true, parents = [] } = spec;
  const first = [
    { column: 'id', value: sql`r."newId"` },
    { column: 'key', value: sql`r.key` },
    ...(once.publicId ? [{ column: 'public_id', value: sql`r."newPublicId"` }] : []),
    ...(once.createdAt ? [{ column: 'created_at', value: sql`${tx.clock.now()}::timestamptz` }] : []),
  ];
  const always = [
    { column: 'version', value: sql`r.version` },
    ...(hasAsOf ? [{ column: 'as_of', value: sql`r."asOf"` }] : []),
    ...spec.columns.map((one) => ({ column: one.column, value: sql`r.${sql.ref(one.field)}` })),
    ...parents.map((one) => ({ column: one.column, value: sql`r.${sql.ref(`parent ${one.field}`)}` })),
  ];
  const all = [...first, ...always];
  // A field that may be empty refers to nothing; one that names a key must find it.
  const misses = (field: string) => sql`(r.${sql.ref(field)} is not null and r.${sql.ref(`parent ${field}`)} is null)`;
  const isWhole =
    parents.length === 0
      ? sql`true`
      : sql`not (${sql.join(
          parents.map((one) => misses(one.field)),
          sql` or `,
        )})`;
  const missing =
    parents.length === 0
      ? sql`null`
      : sql`array_remove(array[${list(parents.map((one) => sql`case when ${misses(one.field)} then ${sql.lit(one.field)}::text end`))}], null)`;
  const table = sql.table(spec.table);
  const resolved = incoming(lists, spec);
  return {
    insert: sql<Answer>`
      with resolved as materialized (${resolved}),
      written as (
        insert into ${table} (${list(all.map((one) => sql.ref(one.column)))})
        select ${list(all.map((one) => one.value))} from resolved r where r.held is null and ${isWhole}
      )
      select r.key, r.held, ${missing} as missing from resolved r where r.held is not null or not (${isWhole})`,
    update: sql<{ key: string }>`
      update ${table} as t set ended_at = null, ${list(always.map((one) => sql`${sql.ref(one.column)} = ${one.value}`))}
      from (${resolved}) as r
      where t.key = r.key and t.version < r.version and ${isWhole} returning t.key`,
  };
}

/** Ends what the core system says is no more; returns the keys that this changed. */
async function end<Row extends CoreRow>(tx: Transaction, rows: readonly Row[], spec: Upsert): Promise<string[]> {
  if (rows.length === 0) return [];
  const keys = arrayText(rows.map((row) => row.key));
  const versions = arrayText(rows.map((row) => row.version));
  const { rows: ended } = await sql<{ key: string }>`
    update ${sql.table(spec.table)} t set ended_at = ${tx.clock.now()}::timestamptz, version = i.version
    from unnest(${keys}::text[], ${versions}::bigint[]) as i(key, version)
    where t.key = i.key and t.version < i.version returning t.key`.execute(tx.database);
  return ended.map((row) => row.key);
}
