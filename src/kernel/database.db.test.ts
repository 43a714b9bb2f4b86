import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { cloneDatabase } from '../../tests/world/database.ts';
import { openDatabase } from './database.server.ts';

const { pool: operator, url } = await cloneDatabase();

test('a connection that the server ends between two queries of a change fails the change, not the process', async () => {
  // What would end the process is an error that nobody listens to: the runner fails the test for it.
  const { database, pool, close } = openDatabase({ url, connectionsMax: 1 });
  const lost = new Promise<void>((resolve) => {
    pool.on('connect', (client) => client.once('end', resolve));
  });
  const change = database.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await operator.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await lost;
    await sql`select 1`.execute(tx);
  });
  await expect(change).rejects.toThrow();
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(database);
  expect(rows).toEqual([{ one: 1 }]);
  await close();
});
