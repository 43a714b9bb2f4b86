// Does my bank take part in MyBank? The list, what was looked up in it, and what to do when it is not there. [PAY-14]
import { type FoundBanks, paymentsWords } from '#capabilities/payments/index.ts';
import { longDay } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { withWayBack } from '../address.ts';

export const banksPath = '/banche-mybank';
const tones = { active: 'ok', suspended: 'warn', left: 'plain' } as const;

/** `back` is the page of the payment that one came from, empty when there is none. */
export function banksPage({ day, total, banks }: FoundBanks, text: string, back: string, language: Language) {
  const say = paymentsWords(language);
  return {
    text,
    back,
    /** The page without a search. */
    all: withWayBack(banksPath, back),
    day: day && say('payments.banks_day', { total, day: longDay(day, language) }),
    rows: banks.map(({ name, status }) => ({
      title: name,
      // That it takes part the tag has said.
      text: status === 'active' ? undefined : say('payments.bank_status_text', { status }),
      tag: { tone: tones[status], text: say('payments.bank_status', { status }) },
    })),
    words: {
      title: say('payments.banks_title'),
      lead: say('payments.banks_lead', { isListed: day ? 'yes' : 'no' }),
      label: say('payments.banks_label'),
      hint: say('payments.banks_hint'),
      search: say('payments.banks_search'),
      heading: text ? say('payments.banks_found', { count: banks.length, text }) : say('payments.banks_list'),
      some: !text && banks.length < total ? say('payments.banks_some', { shown: banks.length, total }) : undefined,
      all: say('payments.banks_all'),
      none: day ? say('payments.banks_not_found', { text }) : say('payments.banks_not_listed'),
      ask: say('payments.banks_ask'),
      otherwise: say('payments.banks_otherwise'),
      agency: say('payments.to_agency'),
      back: say('payments.banks_back'),
    },
  };
}
