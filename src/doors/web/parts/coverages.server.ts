// The coverages of a policy: name and sum at a glance; what stays with the customer and what is not covered, below.
import { type Coverage, policiesWords } from '#capabilities/policies/index.ts';
import { percent, roundMoney } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Fact } from './goods.server.ts';

export type CoverageRow = {
  name: string;
  /** What stands at the end of the row: the sum, `fino a 7.750.000 €`, `inclusa`. */
  amount: string;
  summary: string;
  facts: Fact[];
  exclusions: string[];
  article: string | undefined;
};

export const coverageRows = (coverages: readonly Coverage[], language: Language): CoverageRow[] =>
  coverages.map((coverage) => ({
    name: coverage.names[language],
    amount: amountOf(coverage, language),
    summary: coverage.summaries[language],
    facts: factsOf(coverage, language),
    exclusions: coverage.exclusions?.[language] ?? [],
    article: coverage.article
      ? policiesWords(language)('policies.coverage_article', { article: coverage.article })
      : undefined,
  }));

function amountOf(coverage: Coverage, language: Language): string {
  const say = policiesWords(language);
  if (coverage.sumInsuredCents !== null) return roundMoney(coverage.sumInsuredCents, language);
  if (coverage.limitCents === null) return say('policies.coverage_included');
  return say('policies.coverage_up_to', { amount: roundMoney(coverage.limitCents, language) });
}

function factsOf(coverage: Coverage, language: Language): Fact[] {
  const say = policiesWords(language);
  const { sumInsuredCents, limitCents, deductibleCents, deductiblePercent } = coverage;
  const least = deductibleCents === null ? undefined : roundMoney(deductibleCents, language);
  const facts: Fact[] = [];
  if (sumInsuredCents !== null) {
    facts.push({ label: say('policies.coverage_sum'), value: roundMoney(sumInsuredCents, language) });
  }
  if (limitCents !== null) {
    facts.push({ label: say('policies.coverage_limit'), value: roundMoney(limitCents, language) });
  }
  if (deductiblePercent !== null) {
    const share = percent(deductiblePercent, language);
    // A percentage with an amount is a share of the damage that is never less than the amount.
    const value = least ? say('policies.coverage_percent_min', { percent: share, amount: least }) : share;
    facts.push({ label: say('policies.coverage_percent'), value });
  } else if (least) facts.push({ label: say('policies.coverage_deductible'), value: least });
  return facts;
}

/** The words of insurance that these coverages use, each with what it means in plain ones. */
export function glossaryOf(coverages: readonly Coverage[], language: Language): { word: string; meaning: string }[] {
  const say = policiesWords(language);
  const any = (test: (coverage: Coverage) => boolean): boolean => coverages.some(test);
  return [
    any((one) => one.limitCents !== null) && {
      word: say('policies.coverage_limit'),
      meaning: say('policies.glossary_limit'),
    },
    any((one) => one.deductibleCents !== null && one.deductiblePercent === null) && {
      word: say('policies.coverage_deductible'),
      meaning: say('policies.glossary_deductible'),
    },
    any((one) => one.deductiblePercent !== null) && {
      word: say('policies.coverage_percent'),
      meaning: say('policies.glossary_percent'),
    },
  ].filter((entry) => entry !== false);
}
