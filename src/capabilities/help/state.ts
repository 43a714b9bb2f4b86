// What works now, from real checks; it answers also when nothing does. [HLP-1]
import { sql } from 'kysely';
import { briefly } from '#kernel/briefly.ts';
import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import { inTime } from '#kernel/in-time.ts';
import type { Vital } from '#kernel/vital.ts';
import { databaseState, type LineState, overallOf, type StateLine, tasksState } from './rules/state.ts';
import { checkMilliseconds, databaseSlowMilliseconds, keptSeconds, taskLimits } from './settings.ts';

export type PortalState = { overall: LineState; checkedAt: Instant; lines: readonly StateLine[] };

/** What works now, at most some seconds old. Never throws. */
export const stateOf: (context: Context) => Promise<PortalState> = briefly(keptSeconds, lookAtState);

/** Looks now. Without a database nothing else can be known, so nothing else is claimed. */
export async function lookAtState(context: Context): Promise<PortalState> {
  const began = performance.now();
  const answered = await inTime(checkMilliseconds, sql`select 1`.execute(context.database));
  const state = databaseState(answered ? performance.now() - began : undefined, databaseSlowMilliseconds);
  const rest = state === 'down' ? [] : await Promise.all([contributed(context), tasks(context)]);
  const lines: StateLine[] = [{ name: 'pages', state }, ...rest.flat()];
  return { overall: overallOf(lines), checkedAt: context.clock.now(), lines };
}

/** One after the other: a page that anybody may ask for takes one connection, not one for each check. */
async function contributed(context: Context): Promise<StateLine[]> {
  const lines: StateLine[] = [];
  for (const { vitals } of context.capabilities) {
    if (vitals) lines.push(...((await inTime<readonly Vital[]>(checkMilliseconds, vitals(context))) ?? []));
  }
  return lines;
}

async function tasks(context: Context): Promise<StateLine[]> {
  const waited = await inTime(checkMilliseconds, context.tasks.waited());
  return [{ name: 'tasks', state: waited === undefined ? 'unknown' : tasksState(waited, taskLimits) }];
}
