// The refusals of documents in words. [HLP-3]
import type { Language } from '#kernel/language.ts';
import type { Changer, ReasonWords } from '#kernel/outcome.ts';
import type { DocumentReason } from './rules.ts';
import { say } from './words/say.ts';

const support = (language: Language) => ({ href: '/assistenza', text: say(language)('documents.support') });
const list = (language: Language) => ({ href: '/documenti', text: say(language)('documents.all') });

const page = (code: DocumentReason['code'], changes: Changer) => ({
  changes,
  question: (language: Language) => say(language)(`${code}_question`),
  why: (language: Language) => say(language)(`${code}_why`),
});

export const reasons: ReasonWords<DocumentReason> = {
  'documents.not_found': {
    ...page('documents.not_found', 'you'),
    say: (_reason, language) => ({ text: say(language)('documents.not_found'), way: list(language) }),
    way: list,
  },
  'documents.damaged': {
    ...page('documents.damaged', 'support'),
    say: (_reason, language) => ({ text: say(language)('documents.damaged'), way: support(language) }),
    way: support,
  },
};
