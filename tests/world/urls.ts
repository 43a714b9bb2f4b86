import pg from 'pg';

/** The address of another database of the same server. */
export function urlOf(admin: string, database: string): string {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement on the server itself, beside the databases of the tests. */
export async function onServer(admin: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
