// The refusals of codes in words. [HLP-3]
import { dayOf, type Instant } from '#kernel/days.ts';
import { longDay, time } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Changer, ReasonWords } from '#kernel/outcome.ts';
import type { CodeReason } from './rules.ts';
import { settings } from './settings.ts';
import { say } from './words/say.ts';

type Code = CodeReason['code'];

/** Reasons whose explanation names numbers of the settings. */
type Numbered = 'codes.wrong' | 'codes.no_tries';

const question = (code: Code, changes: Changer = 'you') => ({
  changes,
  question: (language: Language) => say(language)(`${code}_question`),
});
/** The help page of a reason. */
const page = (code: Exclude<Code, Numbered>, changes: Changer = 'you') => ({
  ...question(code, changes),
  why: (language: Language) => say(language)(`${code}_why`),
});

/** Tells the seconds too: half a minute is over before the minute changes. */
const exactTime = (moment: Instant, language: Language): string => `${time(moment, language)}:${moment.slice(17, 19)}`;

export const reasons: ReasonWords<CodeReason> = {
  'codes.wrong': {
    why: (language, of) => say(language)('codes.wrong_why', { tries: of.value(settings.triesMax) }),
    ...question('codes.wrong'),
    say: ({ values }, language) => ({ text: say(language)('codes.wrong', values) }),
  },
  'codes.expired': {
    ...page('codes.expired'),
    say: ({ values }, language) => ({ text: say(language)('codes.expired', { time: time(values.at, language) }) }),
  },
  'codes.older': { ...page('codes.older'), say: (_reason, language) => ({ text: say(language)('codes.older') }) },
  'codes.no_tries': {
    why: (language, of) => say(language)('codes.no_tries_why', { tries: of.value(settings.triesMax) }),
    ...question('codes.no_tries'),
    say: (_reason, language) => ({ text: say(language)('codes.no_tries') }),
  },
  'codes.used': { ...page('codes.used'), say: (_reason, language) => ({ text: say(language)('codes.used') }) },
  'codes.none': { ...page('codes.none'), say: (_reason, language) => ({ text: say(language)('codes.none') }) },
  'codes.link_none': {
    ...page('codes.link_none'),
    say: (_reason, language) => ({ text: say(language)('codes.link_none') }),
  },
  'codes.link_older': {
    ...page('codes.link_older'),
    say: (_reason, language) => ({ text: say(language)('codes.link_older') }),
  },
  'codes.link_used': {
    ...page('codes.link_used'),
    say: (_reason, language) => ({ text: say(language)('codes.link_used') }),
  },
  'codes.link_expired': {
    ...page('codes.link_expired'),
    say: ({ values }, language) => ({
      text: say(language)('codes.link_expired', {
        time: time(values.at, language),
        day: longDay(dayOf(values.at), language),
      }),
    }),
  },
  'codes.just_sent': {
    ...page('codes.just_sent', 'with-time'),
    say: ({ values }, language) => ({
      text: say(language)('codes.just_sent', { time: exactTime(values.freeAt, language) }),
    }),
  },
  'codes.limit': {
    ...page('codes.limit', 'with-time'),
    say: ({ values }, language) => ({
      text: say(language)('codes.limit', {
        what: values.what,
        time: time(values.freeAt, language),
        day: longDay(dayOf(values.freeAt), language),
      }),
      way: support(language),
    }),
    way: support,
  },
};

function support(language: Language) {
  return { href: '/assistenza', text: say(language)('codes.support') };
}
