// The refusals of registration in words. [HLP-3]
import type { Language } from '#kernel/language.ts';
import type { Changer, ReasonWords, Way } from '#kernel/outcome.ts';
import type { RegistrationReason } from './rules.ts';
import { provenSeconds, settings } from './settings.ts';
import { say } from './words/say.ts';

type Code = RegistrationReason['code'];

/** Reasons whose explanation names numbers of the settings. */
type Numbered = 'registration.gone' | 'registration.no_tries';

const question = (code: Code, changes: Changer) => ({
  changes,
  question: (language: Language) => say(language)(`${code}_question`),
});
/** The help page of a reason. */
const page = (code: Exclude<Code, Numbered>, changes: Changer) => ({
  ...question(code, changes),
  why: (language: Language) => say(language)(`${code}_why`),
});

const again = (language: Language): Way => ({ href: '/registrati', text: say(language)('registration.way_again') });
const agency = (language: Language): Way => ({ href: '/agenzie', text: say(language)('registration.way_agency') });

export const reasons: ReasonWords<RegistrationReason> = {
  'registration.elsewhere': {
    ...page('registration.elsewhere', 'you'),
    say: (_reason, language) => ({ text: say(language)('registration.elsewhere') }),
  },
  'registration.too_soon': {
    ...page('registration.too_soon', 'with-time'),
    say: (_reason, language) => ({ text: say(language)('registration.too_soon') }),
  },
  'registration.gone': {
    why: (language) => say(language)('registration.gone_why', { minutes: provenSeconds / 60 }),
    ...question('registration.gone', 'you'),
    say: (_reason, language) => ({ text: say(language)('registration.gone'), way: again(language) }),
    way: again,
  },
  'registration.not_found': {
    ...page('registration.not_found', 'you'),
    say: ({ values }, language) => ({ text: say(language)('registration.not_found', values) }),
    way: agency,
  },
  'registration.no_tries': {
    why: (language, of) => say(language)('registration.no_tries_why', { tries: of.value(settings.fiscalTriesMax) }),
    ...question('registration.no_tries', 'you'),
    say: (_reason, language) => ({ text: say(language)('registration.no_tries'), way: again(language) }),
    way: again,
  },
  'registration.impossible': {
    ...page('registration.impossible', 'agency'),
    say: (_reason, language) => ({ text: say(language)('registration.impossible'), way: agency(language) }),
    way: agency,
  },
};
