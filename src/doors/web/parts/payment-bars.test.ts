import { expect, test } from 'vitest';
import type { History, YearTotal } from '#capabilities/payments/index.ts';
import { day } from '#kernel/days.ts';
import { cents } from '#kernel/money.ts';
import { paymentBars } from './payment-bars.server.ts';

const total = (year: number, line: YearTotal['line'], amount: number): YearTotal => ({
  year,
  line,
  cents: cents(amount),
  count: 1,
});
const nothing = { rows: [], from: 1, count: 0, cents: cents(0), page: 1, pages: 1 };

function drawn(paidTotals: YearTotal[], { due = [], year = 2026 }: { due?: YearTotal[]; year?: number } = {}) {
  const history: History = { paidTotals, dueTotals: due, due: nothing, paid: { ...nothing, year } };
  return paymentBars(history, day('2026-11-24'), 'it', (one) => `/pagamenti?anno=${one}`);
}

test('[PAY-7] nothing paid, nothing drawn', () => {
  expect(drawn([])).toBeUndefined();
});

test('[PAY-7] lines are stacked, what is still to pay this year on top; the highest bar is the whole height', () => {
  const bars = drawn([total(2026, 'home', 3_000), total(2026, 'motor', 5_000), total(2025, 'motor', 4_000)], {
    due: [total(2026, 'motor', 2_000), total(2027, 'motor', 9_000)],
  });
  expect(bars?.bars.map(({ year, isShown }) => [year, isShown])).toEqual([
    ['2025', false],
    ['2026', true],
  ]);
  expect(bars?.bars[1]?.parts).toMatchObject([
    { line: 'motor', from: 0, size: 50 },
    { line: 'home', from: 50, size: 30 },
    { line: undefined, from: 80, size: 20 },
  ]);
  expect(bars?.bars[0]?.parts).toMatchObject([{ line: 'motor', from: 0, size: 40 }]);
  expect(new Set(bars?.bars[1]?.parts.slice(0, 2).map(({ pattern }) => pattern)).size).toBe(2);
  expect(bars?.table.rows).toEqual([
    ['2026', '80,00\u00a0€', '50,00\u00a0€', '30,00\u00a0€'],
    ['2025', '40,00\u00a0€', '40,00\u00a0€', '0,00\u00a0€'],
  ]);
});

test('[PAY-7] a year without a payment is a gap, and the table has the years for which there is no room', () => {
  const bars = drawn([total(2026, 'motor', 1), total(2014, 'motor', 1)]);
  expect(bars?.bars.map(({ year }) => year)).toEqual(['2020', '2021', '2022', '2023', '2024', '2025', '2026']);
  expect(bars?.bars[5]?.parts).toEqual([]);
  expect(bars?.table.rows).toHaveLength(13);
});

test.each([
  [128_400, 124_800, 2026, 'Finora nel 2026 hai pagato 1.284,00 €, 36,00 € più che nel 2025.'],
  [100, 250, 2026, 'Finora nel 2026 hai pagato 1,00 €, 1,50 € meno che nel 2025.'],
  [100, 100, 2026, 'Finora nel 2026 hai pagato 1,00 €, come nel 2025.'],
  [100, 0, 2026, 'Finora nel 2026 hai pagato 1,00 €.'],
  [100, 40, 2025, 'Nel 2025 hai pagato 1,00 €, 0,60 € più che nel 2024.'],
])('[PAY-7] the conclusion in one sentence: %i and %i before', (now, before, year, sentence) => {
  const totals = [total(year, 'motor', now), ...(before > 0 ? [total(year - 1, 'motor', before)] : [])];
  expect(drawn(totals, { year })?.conclusion.replaceAll('\u00a0', ' ')).toBe(sentence);
});
