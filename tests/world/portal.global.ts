// Once per run of the browser tests: PostgreSQL and the filled template; every worker clones it (journey.ts).
import { joinCluster } from '../../scripts/cluster.ts';
import { filledTemplate } from './filled.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? undefined : await joinCluster({ name: 'test-postgres', isForTests: true, say: console.log });
  const admin = given ?? cluster?.url('postgres') ?? '';
  await filledTemplate(admin);
  // Workers are processes of their own and inherit the environment.
  process.env.JOURNEYS_SERVER = admin;
  return async () => cluster?.leave();
}
