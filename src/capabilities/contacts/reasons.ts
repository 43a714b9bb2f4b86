// The refusals of contacts in words. [HLP-3] [CNF-4] [CNF-5]
import type { Language } from '#kernel/language.ts';
import type { Changer, ReasonWords, Way } from '#kernel/outcome.ts';
import type { InUse } from './commands.ts';
import type { ChoiceReason } from './operations.ts';
import type { EditingReason } from './rules/editing.ts';
import type { NoDestination, NoneEligible } from './views.ts';
import { say } from './words/say.ts';

export type ContactReason = ChoiceReason | EditingReason | InUse | NoDestination | NoneEligible;
type Code = ContactReason['code'];

/** The help page of a reason. */
const page = (code: Code, changes: Changer, way: (language: Language) => Way) => ({
  changes,
  way,
  question: (language: Language) => say(language)(`${code}_question`),
  why: (language: Language) => say(language)(`${code}_why`),
});

const choose = (language: Language): Way => ({
  href: '/profilo/recapiti/scegli',
  text: say(language)('contacts.way_choose'),
});
/** The page of the choice, which asks the agency with one click when there is nothing to choose. */
const ask = (language: Language): Way => ({
  href: '/profilo/recapiti/scegli',
  text: say(language)('contacts.way_ask'),
});
const support = (language: Language): Way => ({ href: '/assistenza', text: say(language)('contacts.way_support') });
const all = (language: Language): Way => ({ href: '/profilo/recapiti', text: say(language)('contacts.way_all') });

export const reasons: ReasonWords<ContactReason> = {
  'contacts.landline': {
    ...page('contacts.landline', 'agency', choose),
    say: (_reason, language) => ({ text: say(language)('contacts.landline') }),
  },
  'contacts.added_by_yourself': {
    ...page('contacts.added_by_yourself', 'agency', choose),
    say: (_reason, language) => ({ text: say(language)('contacts.added_by_yourself') }),
  },
  'contacts.own_username': {
    ...page('contacts.own_username', 'agency', choose),
    say: (_reason, language) => ({ text: say(language)('contacts.own_username') }),
  },
  'contacts.used_by_another': {
    ...page('contacts.used_by_another', 'support', support),
    say: ({ values }, language) => ({ text: say(language)('contacts.used_by_another', values) }),
  },
  'contacts.not_editable': {
    ...page('contacts.not_editable', 'agency', all),
    say: ({ values }, language) => ({ text: say(language)('contacts.not_editable', values) }),
  },
  'contacts.unknown': {
    ...page('contacts.unknown', 'you', choose),
    say: (_reason, language) => ({ text: say(language)('contacts.unknown'), way: choose(language) }),
  },
  'contacts.confirmation_chosen': {
    ...page('contacts.confirmation_chosen', 'agency', all),
    say: ({ values }, language) => ({
      text: say(language)('contacts.confirmation_chosen', { contact: values.masked }),
      way: all(language),
    }),
  },
  'contacts.confirmation_ended': {
    ...page('contacts.confirmation_ended', 'you', choose),
    say: ({ values }, language) => ({
      text: say(language)('contacts.confirmation_ended', { contact: values.masked }),
      way: choose(language),
    }),
  },
  'contacts.in_use': {
    ...page('contacts.in_use', 'support', support),
    say: ({ values }, language) => ({ text: say(language)('contacts.in_use', values), way: support(language) }),
  },
  'contacts.none_eligible': {
    ...page('contacts.none_eligible', 'agency', ask),
    say: (_reason, language) => ({ text: say(language)('contacts.none_eligible'), way: ask(language) }),
  },
  'confirmation.no_contact': {
    ...page('confirmation.no_contact', 'you', choose),
    say: (_reason, language) => ({ text: say(language)('confirmation.no_contact'), way: choose(language) }),
  },
};
