// What the pages of the help centre share: their words, and whether an answer was useful.
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { giveFeedback, helpWords } from '#capabilities/help/index.ts';
import type { Language } from '#kernel/language.ts';
import { fieldsOf } from '../form.ts';
import { inLanguage } from '../link.ts';

export type HelpPageWords = ReturnType<typeof helpPageWords>;

/** `?grazie` comes from the form of the same page: the thanks need no cookie. */
export function helpPageWords(language: Language, search: URLSearchParams) {
  const say = helpWords(language);
  const thanks = search.get('grazie');
  return {
    back: say('help.back'),
    wayOn: say('help.way_on'),
    who: say('help.who'),
    useful: say('help.useful'),
    yes: say('help.useful_yes'),
    no: say('help.useful_no'),
    thanks: thanks === null ? undefined : say(thanks === 'no' ? 'help.useful_thanks_no' : 'help.useful_thanks'),
    related: say('help.related'),
  };
}

/** Keeps the opinion and shows the page again with thanks. */
export async function feedbackAction(event: RequestEvent, answer: { page: string; path: string }): Promise<never> {
  const { context, language, viewer } = event.locals;
  const isUseful = (await fieldsOf(event.request)).get('utile') === 'si';
  await giveFeedback(context, viewer, { page: answer.page, isUseful });
  redirect(303, inLanguage(language, `${answer.path}?grazie=${isUseful ? 'si' : 'no'}`));
}
