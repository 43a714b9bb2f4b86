// What a life contract is worth, every figure with the day it refers to. [POL-13]
import { policiesWords, type Valuation } from '#capabilities/policies/index.ts';
import { longDay, money, shortDay } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { cents } from '#kernel/money.ts';
import type { Fact } from './goods.server.ts';

const units: Record<Language, Intl.NumberFormat> = {
  it: new Intl.NumberFormat('it-IT', { maximumFractionDigits: 3, minimumFractionDigits: 3, useGrouping: 'always' }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3, minimumFractionDigits: 3, useGrouping: 'always' }),
  de: new Intl.NumberFormat('de-DE', { maximumFractionDigits: 3, minimumFractionDigits: 3, useGrouping: 'always' }),
};

/** The value as a large figure, the rest as facts, the funds as a table with the day of each price. */
export function valuationWords(valuation: Valuation, language: Language) {
  const say = policiesWords(language);
  const facts: Fact[] = [
    { label: say('policies.value_paid_in'), value: money(cents(valuation.paidInCents), language) },
    ...valuation.benefits.map((benefit) => ({
      label: benefit.names[language],
      value: money(cents(benefit.cents), language),
    })),
  ];
  return {
    title: say('policies.value_title', { day: longDay(valuation.on, language) }),
    label: say('policies.value_surrender'),
    surrenderCents: valuation.surrenderCents,
    facts,
    funds: valuation.units?.length
      ? {
          caption: say('policies.value_units'),
          head: (['fund', 'count', 'price', 'on', 'amount'] as const).map((column) => say(`policies.value_${column}`)),
          rows: valuation.units.map((fund) => [
            fund.fund,
            units[language].format(fund.units),
            money(cents(fund.priceCents), language),
            shortDay(fund.on, language),
            money(cents(fund.cents), language),
          ]),
          numeric: [1, 2, 4],
        }
      : undefined,
  };
}
