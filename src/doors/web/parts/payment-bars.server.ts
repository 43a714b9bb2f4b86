// What was paid in each year by line of business, as stacked bars, a sentence and a table (ux.md §6.1). [PAY-7]
import { type History, paymentsWords, type YearTotal } from '#capabilities/payments/index.ts';
import { type Line, lines, policiesWords } from '#capabilities/policies/index.ts';
import type { Day } from '#kernel/days.ts';
import { money } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { type Cents, cents, plus } from '#kernel/money.ts';

/** A phone has room for so many; the table has all. */
const barsMax = 7;
/** And the table so many. */
const yearsMax = 40;

export type PaymentBar = {
  year: string;
  href: string;
  isShown: boolean;
  /** From the ground up, in percent of the highest bar. `line` is nothing for what is still to pay. */
  parts: { line: string | undefined; pattern: number; from: number; size: number; text: string }[];
};

const sumOf = (totals: readonly YearTotal[]): Cents => plus(...totals.map((one) => one.cents));
const rounded = (percent: number): number => Math.round(percent * 100) / 100;

/** `addressFor` leads to a year. Nothing when nothing has been paid in any. */
export function paymentBars(history: History, today: Day, language: Language, addressFor: (year: number) => string) {
  const { paidTotals, dueTotals, paid } = history;
  if (paidTotals.length === 0) return undefined;
  const say = paymentsWords(language);
  const thisYear = Number(today.slice(0, 4));
  const known = new Set(paidTotals.map(({ year }) => year));
  const stillDue = dueTotals.filter(({ year }) => year === thisYear);
  // A year without a payment between others is a gap to be seen, not to be skipped.
  const last = Math.max(...known, ...(stillDue.length > 0 ? [thisYear] : []));
  const first = Math.max(Math.min(...known), last - yearsMax + 1);
  const all = Array.from({ length: last - first + 1 }, (_, index) => last - index);
  const shown = all.slice(0, barsMax).toReversed();
  const ofYear = (year: number) => paidTotals.filter((one) => one.year === year);
  const heightOf = (year: number) => sumOf(ofYear(year)) + (year === thisYear ? sumOf(stillDue) : 0);
  const most = Math.max(...shown.map(heightOf));
  const used = lines.filter((line) => paidTotals.some((one) => one.line === line && shown.includes(one.year)));
  /** Plain, then three patterns in turn. */
  const patternOf = (line: Line | undefined) => (line ? Math.max(0, used.indexOf(line)) % 4 : 0);
  const name = (line: string) => policiesWords(language)('policies.line', { line });
  const dueText = say('payments.page_bars_due', { year: String(thisYear) });
  return {
    conclusion: conclusionOf(history, thisYear, language),
    bars: shown.map((year): PaymentBar => {
      const due = year === thisYear ? sumOf(stillDue) : 0;
      const parts = [
        ...used.map((line) => ({ line, cents: sumOf(ofYear(year).filter((one) => one.line === line)) })),
        { line: undefined, cents: cents(due) },
      ].filter((part) => part.cents > 0);
      let ground = 0;
      return {
        year: String(year),
        href: addressFor(year),
        isShown: year === paid.year,
        parts: parts.map((part) => {
          const from = ground;
          const size = (part.cents * 100) / most;
          ground += size;
          const label = part.line ? name(part.line) : dueText;
          return {
            line: part.line,
            pattern: patternOf(part.line),
            from: rounded(from),
            size: rounded(size),
            text: `${year}, ${label}: ${money(part.cents, language)}`,
          };
        }),
      };
    }),
    /** What each colour is, with what it came to in the year that is shown. */
    key: [
      ...used.map((line) => ({
        line,
        pattern: patternOf(line),
        text: name(line),
        amount: money(sumOf(ofYear(paid.year).filter((one) => one.line === line)), language),
      })),
      ...(stillDue.length > 0 && shown.includes(thisYear)
        ? [{ line: undefined, pattern: 0, text: dueText, amount: money(sumOf(stillDue), language) }]
        : []),
    ],
    table: {
      caption: say('payments.page_years'),
      head: [
        say('payments.page_filter_year'),
        // Before the lines: a phone shows no more than two or three columns.
        say('payments.page_bars_all_lines'),
        ...lines.filter((line) => paidTotals.some((one) => one.line === line)).map(name),
      ],
      numeric: Array.from({ length: 10 }, (_, index) => index + 1),
      rows: all.map((year) => [
        String(year),
        money(sumOf(ofYear(year)), language),
        ...lines
          .filter((line) => paidTotals.some((one) => one.line === line))
          .map((line) => money(sumOf(ofYear(year).filter((one) => one.line === line)), language)),
      ]),
    },
  };
}

/** `Finora nel 2026 hai pagato 1.284,00 €, 36,00 € più che nel 2025.` */
function conclusionOf({ paidTotals, paid }: History, thisYear: number, language: Language): string {
  const say = paymentsWords(language);
  const { year } = paid;
  const now = sumOf(paidTotals.filter((one) => one.year === year));
  const before = paidTotals.filter((one) => one.year === year - 1);
  const told = {
    isNow: year === thisYear ? 'yes' : 'no',
    year: String(year),
    amount: money(now, language),
  };
  if (before.length === 0) return say('payments.page_bars_one', told);
  const difference = now - sumOf(before);
  return say('payments.page_bars', {
    ...told,
    how: difference > 0 ? 'more' : difference < 0 ? 'less' : 'same',
    difference: money(cents(Math.abs(difference)), language),
    before: String(year - 1),
  });
}
