import { join } from 'node:path';
import pg from 'pg';
import { migrateDatabase, settingsOf } from '#compose.ts';
import { migrationState, migrationsIn } from '#kernel/migrations.server.ts';
import { root } from '#kernel/root.ts';
import { ConfigurationError } from '#kernel/settings.ts';
import { end, exits, type Noun, print } from './frame.ts';

/** The oldest PostgreSQL the migrations and queries are written for. */
const versionMin = 15;

/** Only the database: neither secret nor anything else is needed to migrate. */
async function withPool<T>(run: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const { databaseUrl } = settingsOf(process.env).text;
  if (databaseUrl === '') {
    throw new ConfigurationError([
      { env: 'DATABASE_URL', problem: 'is missing: postgres://user:password@host/database, PostgreSQL 15 or newer' },
    ]);
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  try {
    const { rows } = await pool.query<{ version: string }>("select current_setting('server_version_num') as version");
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < versionMin) throw new Error(`PostgreSQL ${versionMin} or newer is needed; this one is ${major}.`);
    return await run(pool);
  } finally {
    await pool.end();
  }
}

export const db: Noun = (program) => {
  const noun = program.command('db').description('the database that DATABASE_URL names');
  noun
    .command('migrate')
    .description('brings the tables to this version; safe while the version before is running')
    .option('--dry-run', 'only say what would be applied')
    .option('--json', 'for machines')
    .action((options: { dryRun?: boolean; json?: boolean }) =>
      withPool(async (pool) => {
        if (options.dryRun) {
          const { pending } = await migrationState(pool, migrationsIn(join(root, 'migrations')));
          return print(options, { wouldApply: pending }, pending.length ? pending : ['Nothing to apply.']);
        }
        const applied = await migrateDatabase(pool);
        print(options, { applied }, applied.length ? applied.map((name) => `applied ${name}`) : ['Nothing to apply.']);
      }),
    );
  noun
    .command('status')
    .description('which migrations are applied; ends with 1 when some are not')
    .option('--json', 'for machines')
    .action((options: { json?: boolean }) =>
      withPool(async (pool) => {
        const state = await migrationState(pool, migrationsIn(join(root, 'migrations')));
        print(options, state, [
          ...state.applied.map((name) => `applied  ${name}`),
          ...state.pending.map((name) => `pending  ${name}`),
          ...state.edited.map((name) => `EDITED   ${name}: it was changed after it had been applied`),
        ]);
        if (state.pending.length + state.edited.length > 0) end(exits.failed);
      }),
    );
};
