// The refusals of requests in words. [HLP-3]
import { dayOf } from '#kernel/days.ts';
import { dayAndMonth, time } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Changer, ReasonWords } from '#kernel/outcome.ts';
import type { RequestReason } from './rules.ts';
import { say } from './words/say.ts';

/** The help page of a reason, with its way out. */
const page = (code: RequestReason['code'], changes: Changer, href: string) => ({
  changes,
  question: (language: Language) => say(language)(`${code}_question`),
  why: (language: Language) => say(language)(`${code}_why`),
  way: (language: Language) => ({ href, text: say(language)(`${code}_way`) }),
});
const limitPage = page('requests.limit', 'with-time', '/agenzie');
const unverifiedPage = page('requests.contact_unverified', 'support', '/assistenza');
const notFoundPage = page('requests.not_found', 'you', '/assistenza');

export const reasons: ReasonWords<RequestReason> = {
  'requests.limit': {
    ...limitPage,
    say: ({ values: { freeAt } }, language) => ({
      text: say(language)('requests.limit', {
        time: time(freeAt, language),
        day: dayAndMonth(dayOf(freeAt), language),
      }),
      way: limitPage.way(language),
    }),
  },
  'requests.contact_unverified': {
    ...unverifiedPage,
    say: (_reason, language) => ({ text: say(language)('requests.contact_unverified') }),
  },
  'requests.not_found': {
    ...notFoundPage,
    say: (_reason, language) => ({
      text: say(language)('requests.not_found'),
      way: notFoundPage.way(language),
    }),
  },
};
