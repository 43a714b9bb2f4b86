// A policy as one row: on Home and in the list.
import { isLifeLine, type PolicyView, policiesWords } from '#capabilities/policies/index.ts';
import type { Day } from '#kernel/days.ts';
import { longDay, money } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { cents } from '#kernel/money.ts';
import { goodsText } from './goods.server.ts';
import { policyTag, type Standing, type Tone, urgencyOf } from './policy-tag.ts';

export type PolicyRowData = {
  path: string;
  line: string;
  title: string;
  text: string;
  tag: { tone: Tone; text: string };
  urgency: number;
};

type Input = { policy: PolicyView; payables: readonly Standing[]; today: Day; language: Language };

/** What the title of a row says: the line, the product below the heading of its line, or both where there is room. */
export type Naming = 'line' | 'product' | 'both';

/** `Auto`, `Fiat Panda GB 482 KL`, `Da pagare`. */
export function policyRow({ policy, payables, today, language }: Input, naming: Naming): PolicyRowData {
  const say = policiesWords(language);
  const tag = policyTag({ state: policy.state, seesPayments: policy.sections.has('payments') }, payables, today);
  const line = say('policies.line', { line: policy.line });
  const product = policy.productNames[language];
  return {
    path: `/polizze/${policy.publicId}`,
    line: policy.line,
    title: { line, product, both: say('policies.title', { line, product }) }[naming],
    text: textOf(policy, language, naming),
    tag: { tone: tag.tone, text: say(`policies.tag_${tag.name}`) },
    urgency: urgencyOf(tag.name),
  };
}

/** What is insured, for whom when it is somebody represented, and what a life contract is worth, with its day (POL-13). */
function textOf(policy: PolicyView, language: Language, naming: Naming): string {
  const say = policiesWords(language);
  const worth = isLifeLine(policy.line) ? policy.valuation?.surrenderCents : undefined;
  const parts = [
    goodsText(policy.goods, language) ?? (naming === 'line' ? policy.productNames[language] : undefined),
    worth !== undefined && policy.valuation
      ? say('policies.row_value', {
          amount: money(cents(worth), language),
          day: longDay(policy.valuation.on, language),
        })
      : undefined,
    policy.representedNames.length > 0
      ? say('policies.row_for', { names: policy.representedNames.join(', ') })
      : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : say('policies.row_number', { number: policy.number });
}
