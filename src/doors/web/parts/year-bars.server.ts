// What was paid in each year, as bars. The list of years beside it is the same as text (ux.md §6.1).
import { policiesWords } from '#capabilities/policies/index.ts';
import { money } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Cents } from '#kernel/money.ts';

/** A phone has room for so many. */
const barsMax = 10;

export type YearBars = { title: string; conclusion: string; bars: { year: string; percent: number; text: string }[] };

/** `totals` newest first; nothing for a single year, which shows nothing that its figure does not. */
export function yearBars(totals: readonly { year: string; cents: Cents }[], language: Language): YearBars | undefined {
  const [last, before] = totals;
  if (!last || !before) return undefined;
  const say = policiesWords(language);
  const shown = totals.slice(0, barsMax).toReversed();
  const most = Math.max(...shown.map((one) => one.cents));
  return {
    title: say('policies.bars_title'),
    conclusion: say('policies.bars', {
      amount: money(last.cents, language),
      year: last.year,
      before: money(before.cents, language),
      yearBefore: before.year,
    }),
    bars: shown.map((one) => ({
      year: one.year,
      percent: Math.round((one.cents * 1000) / most) / 10,
      text: money(one.cents, language),
    })),
  };
}
