// A policy in one line, where it is one of many: in a filter, beside an amount.
import { paymentsWords } from '#capabilities/payments/index.ts';
import { type PolicyState, policiesWords, type Texts } from '#capabilities/policies/index.ts';
import { formatPlate } from '#kernel/italian/plates.ts';
import type { Language } from '#kernel/language.ts';

type Named = {
  line: string;
  number: string;
  productNames: Texts;
  goodName: string | undefined;
  goodPlate: string | undefined;
  state: PolicyState;
};

/** `Auto — Guida Serena, GB 482 KL`; the number where nothing insured tells it from its neighbour. */
export function payingPolicyText(policy: Named, language: Language): string {
  const say = policiesWords(language);
  const title = say('policies.title', {
    line: say('policies.line', { line: policy.line }),
    product: policy.productNames[language],
  });
  const which = policy.goodPlate ? formatPlate(policy.goodPlate) : policy.number;
  const ended = policy.state === 'ended' ? ` (${paymentsWords(language)('payments.page_ended')})` : '';
  return `${title}, ${which}${ended}`;
}
