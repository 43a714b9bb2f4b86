// The refusals of confirmation in words. [HLP-3]
import { time } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { ReasonWords } from '#kernel/outcome.ts';
import type { ConfirmationReason } from './rules.ts';
import { settings } from './settings.ts';
import { say } from './words/say.ts';

type Code = ConfirmationReason['code'];

/** Reasons whose explanation names numbers of the settings. */
type Numbered = 'confirmation.expired';

const question = (code: Code) => ({
  changes: 'you' as const,
  question: (language: Language) => say(language)(`${code}_question`),
});
/** The help page of a reason. */
const page = (code: Exclude<Code, Numbered>) => ({
  ...question(code),
  why: (language: Language) => say(language)(`${code}_why`),
});

export const reasons: ReasonWords<ConfirmationReason> = {
  'confirmation.expired': {
    why: (language, of) => say(language)('confirmation.expired_why', { minutes: of.value(settings.operationMinutes) }),
    ...question('confirmation.expired'),
    say: ({ values }, language) => ({
      text: say(language)('confirmation.expired', { time: time(values.at, language) }),
    }),
  },
  'confirmation.other_session': {
    ...page('confirmation.other_session'),
    say: (_reason, language) => ({ text: say(language)('confirmation.other_session') }),
  },
  'confirmation.changed': {
    ...page('confirmation.changed'),
    say: (_reason, language) => ({ text: say(language)('confirmation.changed') }),
  },
  'confirmation.not_found': {
    ...page('confirmation.not_found'),
    say: (_reason, language) => ({ text: say(language)('confirmation.not_found') }),
  },
};
