// Il tuo anno: when what must be paid, as rows of the ribbon, one sentence and a table. [PAY-2] [PAY-4]
import type { PayableView } from '#capabilities/payments/index.ts';
import { policiesWords } from '#capabilities/policies/index.ts';
import type { Day } from '#kernel/days.ts';
import { longDay, money, shortDay } from '#kernel/format.ts';
import { formatPlate } from '#kernel/italian/plates.ts';
import type { Language } from '#kernel/language.ts';
import { drawnSpan, yearFrom } from './ribbon.ts';
import { say as words } from './words/say.ts';

/** More rows than this are no glance any more: the most urgent ones stay. */
const rowsMax = 8;
/** What has a window here, whether it is open today or not. */
const windowed = new Set(['payments.window_not_open', 'payments.window_closed', 'payments.under_way']);

/** The ribbon of the twelve months from last month on; nothing when nothing is to pay in them. */
export function yearRibbon(payables: readonly PayableView[], today: Day, language: Language) {
  const say = words(language);
  const year = yearFrom(today);
  const shown = payables.filter(
    (one) =>
      // Contributions have no window to draw (PAY-2).
      one.kind !== 'contribution' &&
      (one.answer.ok || windowed.has(one.answer.reasons[0].code)) &&
      drawnSpan(spanOf(one), today, year) !== undefined,
  );
  const policies = [...Map.groupBy(shown, (one) => one.policy.id).values()].slice(0, rowsMax);
  if (policies.length === 0) return undefined;
  const labels = labelsOf(policies, language);
  const rows = policies.map((ones, index) => {
    const label = labels[index] ?? '';
    return {
      line: ones[0]?.policy.line ?? '',
      label,
      spans: ones.map((one) => ({
        ...spanOf(one),
        text: say('parts.year_due', { label, day: longDay(one.dueOn, language) }),
      })),
    };
  });
  return {
    rows,
    today,
    conclusion: policies
      .flatMap((ones, index) => ones.slice(0, 1).map((one) => sentenceOf(one, labels[index] ?? '', language)))
      .join(' '),
    table: {
      caption: say('parts.home_year'),
      head: (['policy', 'what', 'amount', 'opens', 'closes', 'due_on'] as const).map((name) =>
        say(`parts.year_${name}`),
      ),
      numeric: [2],
      rows: policies.flatMap((ones, index) => ones.map((one) => tableRow(one, labels[index] ?? '', language))),
    },
  };
}

const spanOf = ({ window, dueOn }: PayableView) => ({
  opens: window.opens,
  closes: window.closes === 'never' ? null : window.closes,
  due: dueOn,
});

/** `Auto`; with what is insured where two policies are of one line. */
function labelsOf(policies: readonly PayableView[][], language: Language): string[] {
  const lines = policies.map(([first]) => policiesWords(language)('policies.line', { line: first?.policy.line ?? '' }));
  return policies.map(([first], index) => {
    const line = lines[index] ?? '';
    if (lines.filter((other) => other === line).length === 1) return line;
    const { goodPlate, goodName, number } = first?.policy ?? {};
    return `${line} ${goodPlate ? formatPlate(goodPlate) : (goodName ?? number ?? '')}`;
  });
}

const sentenceOf = ({ window }: PayableView, label: string, language: Language): string =>
  words(language)('parts.year_span', {
    label,
    opens: longDay(window.opens, language),
    closes: window.closes === 'never' ? 'never' : longDay(window.closes, language),
  });

function tableRow(one: PayableView, label: string, language: Language): string[] {
  const { window } = one;
  return [
    label,
    policiesWords(language)('policies.payable', { kind: one.kind, day: longDay(one.dueOn, language) }),
    money(one.amountCents, language),
    shortDay(window.opens, language),
    window.closes === 'never' ? words(language)('parts.year_open_end') : shortDay(window.closes, language),
    shortDay(one.dueOn, language),
  ];
}
