// Combinations that no start accepts: the demo stays a demo, and a real insurer's area never becomes one (design.md §3).
import type pg from 'pg';
import { isLoopback } from '#kernel/loopback.ts';
import type { ConfigurationFault, Texts } from '#kernel/settings.ts';

/** What is outside of this machine must stay out of a demo: nobody real gets a message or a bill from fictional people. */
const outside = [
  ['mailUrl', 'MAIL_URL'],
  ['smsUrl', 'SMS_URL'],
  ['nexiAddress', 'NEXI_ADDRESS'],
  ['satispayAddress', 'SATISPAY_ADDRESS'],
] as const satisfies readonly (readonly [keyof Texts, string])[];

/** The faults of the configuration on its own. */
export function demoFaults(text: Texts): ConfigurationFault[] {
  if (text.demoAddress === '' || isLoopback(text.publicAddress)) return [];
  return [
    {
      env: 'DEMO_ADDRESS',
      problem: `shows every message to everybody, so it needs a PUBLIC_ADDRESS of this machine only, and that is ${text.publicAddress}`,
    },
  ];
}

/** The faults of the configuration together with this database. */
export async function databaseFaults(text: Texts, pool: pg.Pool): Promise<ConfigurationFault[]> {
  const named = outside.filter(([name]) => text[name] !== '' && !isLoopback(text[name]));
  if (named.length === 0 || !(await isDemo(pool))) return [];
  return named.map(([, env]) => ({
    env,
    problem: 'names a real service, and DATABASE_URL names a database that was filled with the fictional insurer',
  }));
}

/** Was this database filled by the demo? One without tables was not. */
export async function isDemo(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ marks: string | null }>("select to_regclass('public.marks')::text as marks");
  if (!rows[0]?.marks) return false;
  const marked = await pool.query("select 1 from marks where name = 'demo'");
  return marked.rows.length > 0;
}
