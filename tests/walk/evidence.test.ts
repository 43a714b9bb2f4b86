// What was written down stays: the database itself refuses to change or remove it, whoever asks.
import { afterAll, expect, test } from 'vitest';
import { cloneDatabase } from '../world/database.ts';

const database = await cloneDatabase();
afterAll(() => database.close());
await database.pool.query(
  "insert into audit_lines (id, at, act, viewer_kind, facts) values (gen_random_uuid(), now(), 'access.signed_in', 'system', '{}')",
);
await database.pool.query(
  "insert into events (id, type, subject, facts, at) values (gen_random_uuid(), 'account.opened', 'somebody', '{}', now())",
);
// What an attestation refers to is not what is proven here.
const client = await database.pool.connect();
await client.query("set session_replication_role = 'replica'");
await client.query(
  "insert into attestations (id, operation_id, party_id, facts, salt, leaf, at) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '{}', '', '', now())",
);
client.release(true);

test.each(['audit_lines', 'events', 'attestations'])(
  '[DUT-2] [CNF-10] a row of %s is neither changed nor removed',
  async (table) => {
    const count = async () => (await database.pool.query(`select count(*)::int as rows from ${table}`)).rows;
    const before = await count();
    expect(before[0].rows).toBeGreaterThan(0);
    const columns = await database.pool.query(
      "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1",
      [table],
    );
    for (const { name } of columns.rows)
      await expect(database.pool.query(`update ${table} set ${name} = ${name}`), name).rejects.toThrow('append-only');
    await expect(database.pool.query(`delete from ${table}`)).rejects.toThrow('append-only');
    expect(await count()).toEqual(before);
  },
);
