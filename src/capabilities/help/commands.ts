import type { Context } from '#kernel/context.ts';
import { take } from '#kernel/limits.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import { entryOf } from './content/index.ts';
import { settings } from './settings.ts';
import { insertFeedback } from './store.server.ts';

/**
 * Keeps whether an answer or the page of a reason was useful, without saying of whom. Above the limit of one network
 * address, and for a page that does not exist, nothing is kept; the thanks are the same.
 */
export async function giveFeedback(
  context: Context,
  viewer: Visitor | Customer,
  input: { page: string; isUseful: boolean },
): Promise<void> {
  const isPage =
    entryOf(input.page) ?? context.capabilities.some((one) => Object.hasOwn(one.reasons ?? {}, input.page));
  if (!isPage) return;
  const max = context.settings.value(settings.feedbackPerAddressHour);
  const taken = await take(context, [{ key: `help:feedback:${viewer.address}`, max, windowSeconds: 3_600 }]);
  if (!taken.ok) return;
  await insertFeedback(context, { answer: input.page, isUseful: input.isUseful, language: viewer.language });
}
