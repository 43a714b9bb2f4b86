// The refusals of access in words. [HLP-3]
import { dayOf, type Instant } from '#kernel/days.ts';
import { longDay, time } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Changer, ReasonWords, Way } from '#kernel/outcome.ts';
import type { AccessReason } from './rules.ts';
import { challengeSeconds, passwordMax, settings } from './settings.ts';
import { say } from './words/say.ts';

type Code = AccessReason['code'];

/** Reasons whose explanation names numbers of the settings. */
type Numbered =
  | 'access.locked'
  | 'access.unused'
  | 'access.challenge_gone'
  | 'access.recovered_recently'
  | 'access.password_long';

const question = (code: Code, changes: Changer) => ({
  changes,
  question: (language: Language) => say(language)(`${code}_question`),
});
/** The help page of a reason. */
const page = (code: Exclude<Code, Numbered>, changes: Changer) => ({
  ...question(code, changes),
  why: (language: Language) => say(language)(`${code}_why`),
});

/** A reason whose sentence needs no values. */
const plain = (code: PlainCode, changes: Changer, way?: (language: Language) => Way) => ({
  ...page(code, changes),
  say: (_reason: unknown, language: Language) => ({
    text: say(language)(code),
    ...(way && { way: way(language) }),
  }),
  ...(way && { way }),
});
type PlainCode =
  | 'access.wrong'
  | 'access.blocked'
  | 'access.frozen'
  | 'access.no_other_contact'
  | 'access.password_common'
  | 'access.password_pattern'
  | 'access.password_own'
  | 'access.busy'
  | 'access.account_exists';

const recover = (language: Language): Way => ({ href: '/recupera', text: say(language)('access.way_recover') });
const support = (language: Language): Way => ({ href: '/assistenza', text: say(language)('access.way_support') });
const signIn = (language: Language): Way => ({ href: '/accesso', text: say(language)('access.way_sign_in') });

/** Tells the seconds too: the first waits are shorter than a minute. */
const exactTime = (moment: Instant, language: Language): string => `${time(moment, language)}:${moment.slice(17, 19)}`;

export const reasons: ReasonWords<AccessReason> = {
  'access.wrong': plain('access.wrong', 'you', recover),
  'access.wait': {
    ...page('access.wait', 'with-time'),
    say: ({ values }, language) => ({
      text: say(language)('access.wait', { time: exactTime(values.until, language) }),
      way: recover(language),
    }),
    way: recover,
  },
  'access.locked': {
    why: (language, of) =>
      say(language)('access.locked_why', {
        tries: of.value(settings.lockAfter),
        minutes: of.value(settings.lockMinutes),
      }),
    ...question('access.locked', 'with-time'),
    say: ({ values }, language) => ({
      text: say(language)('access.locked', { time: time(values.until, language) }),
      way: recover(language),
    }),
    way: recover,
  },
  'access.unused': {
    why: (language, of) => say(language)('access.unused_why', { days: of.value(settings.unusedDays) }),
    ...question('access.unused', 'you'),
    say: ({ values }, language) => ({
      text: say(language)('access.unused', { day: longDay(dayOf(values.lastUsedAt), language) }),
      way: recover(language),
    }),
    way: recover,
  },
  'access.blocked': plain('access.blocked', 'support', support),
  'access.frozen': plain('access.frozen', 'support', support),
  'access.challenge_gone': {
    ...question('access.challenge_gone', 'you'),
    why: (language) => say(language)('access.challenge_gone_why', { minutes: challengeSeconds / 60 }),
    say: (_reason, language) => ({ text: say(language)('access.challenge_gone'), way: signIn(language) }),
    way: signIn,
  },
  'access.recovered_recently': {
    why: (language, of) =>
      say(language)('access.recovered_recently_why', { hours: of.value(settings.usernameCodeHours) }),
    ...question('access.recovered_recently', 'with-time'),
    say: ({ values }, language) => ({
      text: say(language)('access.recovered_recently', {
        time: time(values.until, language),
        day: longDay(dayOf(values.until), language),
      }),
      way: support(language),
    }),
    way: support,
  },
  'access.no_other_contact': plain('access.no_other_contact', 'support', support),
  'access.password_short': {
    ...page('access.password_short', 'you'),
    say: ({ values }, language) => ({ text: say(language)('access.password_short', values) }),
  },
  'access.password_long': {
    why: (language) => say(language)('access.password_long_why', { max: passwordMax }),
    ...question('access.password_long', 'you'),
    say: ({ values }, language) => ({ text: say(language)('access.password_long', values) }),
  },
  'access.password_common': plain('access.password_common', 'you'),
  'access.password_pattern': plain('access.password_pattern', 'you'),
  'access.password_own': plain('access.password_own', 'you'),
  'access.busy': plain('access.busy', 'with-time'),
  'access.account_exists': plain('access.account_exists', 'you', signIn),
};
