// Is it alive, can it be used, which version is it: for proxies and operators. Not logged, not kept, no details.
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Program } from '#compose.ts';
import { migrationState, migrationsIn } from '#kernel/migrations.server.ts';
import { root } from '#kernel/root.ts';
import { version } from '#kernel/version.ts';
import { answerJson } from './answer.ts';

/** A check that takes longer than this has failed. */
const checkMsMax = 2_000;

/** Answers when the path is one of health; false leaves the request to others. */
export function answerHealth(program: Program, path: string, response: ServerResponse): boolean {
  switch (path) {
    case '/livez':
    case '/healthz':
      answerJson(response, 200, { status: 'alive' });
      return true;
    case '/readyz':
      void readiness(program).then(({ isReady, checks }) =>
        answerJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', checks }),
      );
      return true;
    case '/version':
      answerJson(response, 200, { name: 'sportello', version });
      return true;
    default:
      return false;
  }
}

type Checks = Record<'process' | 'database' | 'migrations' | 'queue', 'ok' | 'starting' | 'draining' | 'failed'>;

/** Ready means: a request sent here now would be served. Each check by its name, without saying what is wrong with it. */
async function readiness(program: Program): Promise<{ isReady: boolean; checks: Checks }> {
  const { isDraining, isListening } = program.health;
  const [database, migrations, queue] = await Promise.all([
    passes(async () => program.pool.query('select 1')),
    passes(async () => {
      const state = await migrationState(program.pool, migrationsIn(join(root, 'migrations')));
      if (state.pending.length + state.edited.length > 0) throw new Error('the database is not migrated');
    }),
    passes(() => program.queue.check()),
  ]);
  const checks: Checks = {
    process: isDraining ? 'draining' : isListening ? 'ok' : 'starting',
    database,
    migrations,
    queue,
  };
  return { isReady: Object.values(checks).every((check) => check === 'ok'), checks };
}

async function passes(check: () => Promise<unknown>): Promise<'ok' | 'failed'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'failed'>((resolve) => {
    timer = setTimeout(() => resolve('failed'), checkMsMax);
  });
  const checked = check().then(
    () => 'ok' as const,
    () => 'failed' as const,
  );
  try {
    return await Promise.race([checked, late]);
  } finally {
    clearTimeout(timer);
  }
}
