// What each way to pay is and needs; only those that this installation has. [PAY-14]
import { type Method, methodFacts, paymentsWords } from '#capabilities/payments/index.ts';
import type { Context } from '#kernel/context.ts';
import { money } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { withWayBack } from '../address.ts';
import type { IconName } from '../ui/icons.ts';
import { banksPath } from './banks-page.server.ts';

const methodsPath = '/metodi-di-pagamento';

/** What the methods are; `from` is the page to come back to. */
export const methodsWay = (from: string): string => withWayBack(methodsPath, from);

export const methodIcons: Record<Method, IconName> = {
  card: 'credit-card',
  mybank: 'bank',
  satispay: 'mobile',
};

/** Where one looks up whether the own bank takes part; `from` is the page to come back to. */
export function bankWay(method: Method, language: Language, from: string) {
  if (method !== 'mybank') return undefined;
  return { href: withWayBack(banksPath, from), text: paymentsWords(language)('payments.banks_link') };
}

/** `back` is the page of the payment that one came from, empty when there is none. */
export function methodsPage(context: Context, back: string, language: Language) {
  const say = paymentsWords(language);
  return {
    back: back ? { href: back, text: say('payments.banks_back') } : undefined,
    title: say('payments.methods_title'),
    lead: say('payments.methods_lead'),
    none: { text: say('payments.methods_none'), way: { href: '/agenzie', text: say('payments.to_agency') } },
    methods: methodFacts(context).map(({ method, limits, openMinutes }) => ({
      name: say('payments.method', { method }),
      what: say('payments.method_detail', { method }),
      points: [
        limits
          ? say('payments.method_limit', {
              max: limits.life === limits.nonLife ? 'same' : 'each',
              life: money(limits.life, language),
              nonLife: money(limits.nonLife, language),
            })
          : say('payments.method_limit', { max: 'none', life: '', nonLife: '' }),
        say('payments.method_time', { minutes: openMinutes }),
        say('payments.method_refund', { method }),
      ],
      way: bankWay(method, language, back),
    })),
  };
}
