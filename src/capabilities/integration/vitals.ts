// How old is what the core system told us?
import { secondsBetween } from '#kernel/days.ts';
import type { Vitals } from '#kernel/vital.ts';
import { settings } from './settings.ts';
import { lastDelivery } from './vitals-store.server.ts';

/** `data`, as of the end of the last delivery; nothing before the first one. */
export const vitals: Vitals = async (context) => {
  const asOf = await lastDelivery(context);
  if (!asOf) return [];
  const hours = secondsBetween(asOf, context.clock.now()) / 3_600;
  return [{ name: 'data', state: hours > context.settings.value(settings.lateHours) ? 'slow' : 'ok', asOf }];
};
