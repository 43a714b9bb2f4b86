import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';

/** When the last delivery that was taken in ended, whole or with refused rows. */
export async function lastDelivery(context: Context): Promise<Instant | null> {
  const row = await context.database
    .selectFrom('import_runs')
    .select((of) => of.fn.max('finished_at').as('at'))
    .where('state', 'in', ['done', 'partly'])
    .executeTakeFirst();
  return row?.at ?? null;
}
