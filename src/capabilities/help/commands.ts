import type { Context } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { take } from '#kernel/limits.ts';
import type { Schedule } from '#kernel/tasks.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import { entryOf } from './content/index.ts';
import { keptWords } from './rules/words.ts';
import { opinionMax, settings } from './settings.ts';
import { deleteWordsBefore, insertFeedback } from './store.server.ts';

/**
 * Keeps whether an answer or the page of a reason was useful, without saying of whom. Above the limit of one network
 * address, and for a page that does not exist, nothing is kept; the thanks are the same.
 */
export async function giveFeedback(
  context: Context,
  viewer: Visitor | Customer,
  input: { page: string; isUseful: boolean },
): Promise<void> {
  if (!(await mayBeKept(context, viewer, input.page))) return;
  await insertFeedback(context, { answer: input.page, isUseful: input.isUseful, language: viewer.language });
}

/** Keeps what somebody wrote about an answer, as a row that nothing links to them or to their opinion; as above. */
export async function giveWords(
  context: Context,
  viewer: Visitor | Customer,
  input: { page: string; text: string },
): Promise<void> {
  const words = keptWords(input.text, opinionMax);
  if (words === '' || !(await mayBeKept(context, viewer, input.page))) return;
  await insertFeedback(context, { answer: input.page, words, language: viewer.language });
}

async function mayBeKept(context: Context, viewer: Visitor | Customer, page: string): Promise<boolean> {
  const isPage = entryOf(page) ?? context.capabilities.some((one) => Object.hasOwn(one.reasons ?? {}, page));
  if (!isPage) return false;
  const max = context.settings.value(settings.feedbackPerAddressHour);
  const taken = await take(context, [{ key: `help:feedback:${viewer.address}`, max, windowSeconds: 3_600 }]);
  return taken.ok;
}

/** Words serve to write better answers, then they go; how many found an answer useful stays. */
export const sweepWords: Schedule = {
  name: 'help.sweep_words',
  cron: '40 4 * * *',
  run(context) {
    const days = context.settings.value(settings.feedbackWordsDays);
    return deleteWordsBefore(context, plusSeconds(context.clock.now(), -days * 86_400));
  },
};
