// One contact: what it is, what can be done with it, and for each act that cannot, why. [CON-1] [CON-3] [CNF-4]
import { type ContactView, contactsWords } from '#capabilities/contacts/index.ts';
import type { Context } from '#kernel/context.ts';
import { longDay } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Explained, Reason } from '#kernel/outcome.ts';
import { explain, whyPath } from '../explain.ts';
import { contactLine } from './contacts.server.ts';

/** `confirming`: the contact that confirms operations now, when there is one. */
export function contactPage(
  context: Context,
  contact: ContactView,
  confirming: ContactView | undefined,
  language: Language,
) {
  const say = contactsWords(language);
  const line = contactLine(contact, language);
  const canConfirm = contact.eligibility.ok && !confirming;
  return {
    title: contact.text,
    confirms: line.confirms,
    facts: [
      { label: say('contacts.one_kind'), value: say(`contacts.kind_${contact.kind}`) },
      { label: say('contacts.list_origin'), value: line.origin },
      {
        label: say('contacts.one_uses'),
        value: [...(line.confirms ? [line.confirms] : []), ...line.roles].join(' · '),
      },
      { label: say('contacts.one_as_of'), value: longDay(contact.asOf, language) },
    ],
    can: usesOf(contact, canConfirm).map((use) => say(`contacts.one_${use}`)),
    choose: canConfirm ? `/profilo/recapiti/scegli?recapito=${contact.publicId}` : undefined,
    cannot: refusalsOf(contact, confirming).map(({ act, reason }) => ({
      act: say(`contacts.one_${act}`),
      ...withHelp(explain(context, language, reason)),
    })),
  };
}

/** A reason as a line of a list: the sentence, and the page that explains it. */
export const withHelp = (explained: Explained) => ({ text: explained.text, help: whyPath(explained.code) });

type Use = 'confirms' | 'signs_in' | 'preferred' | 'can_confirm' | 'nothing';

function usesOf(contact: ContactView, canConfirm: boolean): Use[] {
  const uses: Use[] = [
    ...(contact.roles.includes('confirmation') ? (['confirms'] as const) : []),
    ...(contact.roles.includes('username') ? (['signs_in'] as const) : []),
    ...(contact.roles.includes('preferred') ? (['preferred'] as const) : []),
    ...(canConfirm ? (['can_confirm'] as const) : []),
  ];
  return uses.length > 0 ? uses : ['nothing'];
}

function refusalsOf(
  contact: ContactView,
  confirming: ContactView | undefined,
): { act: 'change' | 'use_to_confirm'; reason: Reason }[] {
  const refusals: { act: 'change' | 'use_to_confirm'; reason: Reason }[] = [];
  if (!contact.eligibility.ok) refusals.push({ act: 'use_to_confirm', reason: contact.eligibility.reasons[0] });
  else if (confirming && confirming.publicId !== contact.publicId) {
    const values = { masked: confirming.masked };
    refusals.push({
      act: 'use_to_confirm',
      reason: { code: 'contacts.confirmation_chosen', values, changes: 'agency' },
    });
  }
  if (!contact.editability.ok) refusals.push({ act: 'change', reason: contact.editability.reasons[0] });
  return refusals;
}
