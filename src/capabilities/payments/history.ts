// What a customer has paid and has to pay, over all their policies: totals by year, and one page of each. [PAY-4] [PAY-7]
import { lookingAs, payableFactsOf } from '#capabilities/policies/index.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { type Day, day } from '#kernel/days.ts';
import { askedOnce } from '#kernel/look.ts';
import { type Cents, cents, plus } from '#kernel/money.ts';
import type { Customer, Viewer } from '#kernel/viewer.ts';
import { dueRows, type Page, paidRows, type Sought, soonestRows, totalRows } from './history-store.server.ts';
import type { OverviewRow } from './overview-store.server.ts';
import type { Line } from './rules/windows.ts';
import { exportRowsMax, historyPage, soonestMax } from './settings.ts';
import { heldIn, type PayableView, viewOf } from './views.ts';

/** `policy`: its public id; one that is not the viewer's finds nothing. */
export type HistoryFilter = {
  year?: number | undefined;
  line?: Line | undefined;
  policy?: string | undefined;
};

export type YearTotal = { year: number; line: Line; cents: Cents; count: number };

/** Some rows of a longer list, from the one with this number (1 is the first). */
export type Slice = { rows: PayableView[]; from: number; count: number; cents: Cents; page: number; pages: number };

export type History = {
  /** Paid, by year of payment and line, the newest first. */
  paidTotals: YearTotal[];
  /** To pay, by year of the due day and line. */
  dueTotals: YearTotal[];
  due: Slice;
  /** What was paid in one year: the one asked for, else the last in which something was. */
  paid: Slice & { year: number };
};

const soughtBy = (context: Context, viewer: Customer, { line, policy }: HistoryFilter): Sought => ({
  ...lookingAs(context, viewer),
  line: line ?? null,
  policy: policy ?? null,
});

const viewsOf = (context: Context, viewer: Viewer, rows: readonly OverviewRow[]): PayableView[] =>
  rows.map((row) => viewOf(context, viewer, payableFactsOf(row), heldIn(row), row.receiptPublicId ?? undefined));

const firstDay = (year: number): Day => day(`${year}-01-01`);
const lastDay = (year: number): Day => day(`${year}-12-31`);

const pageAt = (page: number): Page => ({
  limit: historyPage,
  offset: (Math.max(1, Math.trunc(page)) - 1) * historyPage,
});

/** Which part of a list a page is; a page that is not there is the nearest one that is. */
function sliceOf(sums: readonly YearTotal[], page: number) {
  const count = countOf(sums);
  const pages = Math.max(1, Math.ceil(count / historyPage));
  const at = Math.min(Math.max(1, Math.trunc(page)), pages);
  return { ...pageAt(at), page: at, pages, count, cents: plus(...sums.map((one) => one.cents)) };
}

/**
 * Everything the page of payments shows, in three statements whatever the number of payables and policies. They are asked at
 * once, for the pages and the year that are nearly always the ones; where the sums say otherwise, a page is asked for anew.
 */
export async function historyFor(
  context: Context,
  viewer: Customer,
  input: HistoryFilter & { duePage?: number; paidPage?: number } = {},
): Promise<History> {
  const sought = soughtBy(context, viewer, input);
  const thisYear = Number(today(context.clock).slice(0, 4));
  const dueOf = (page: Page) => dueRows(context, { ...sought, ...page });
  const paidOf = (year: number, page: Page) =>
    paidRows(context, { ...sought, ...page, from: firstDay(year), to: lastDay(year) });
  const likely = { year: input.year ?? thisYear, due: pageAt(input.duePage ?? 1), paid: pageAt(input.paidPage ?? 1) };
  const [found, likelyDue, likelyPaid] = await Promise.all([
    totalRows(context, sought),
    dueOf(likely.due),
    paidOf(likely.year, likely.paid),
  ]);
  const totals = found.map((row) => ({ ...row, cents: cents(row.cents) }));
  const paidTotals = totals.filter((one) => !one.isDue);
  const dueTotals = totals.filter((one) => one.isDue);
  const year = input.year ?? paidTotals[0]?.year ?? thisYear;
  const ofYear = paidTotals.filter((one) => one.year === year);
  const due = sliceOf(dueTotals, input.duePage ?? 1);
  const paid = sliceOf(ofYear, input.paidPage ?? 1);
  const isLikelyPaid = year === likely.year && paid.offset === likely.paid.offset;
  const [dueNow, paidThen] = await Promise.all([
    due.offset === likely.due.offset ? likelyDue : dueOf(due),
    isLikelyPaid ? likelyPaid : paidOf(year, paid),
  ]);
  const slice = (rows: OverviewRow[], of: typeof due): Slice => ({
    rows: viewsOf(context, viewer, rows),
    from: of.offset + 1,
    count: of.count,
    cents: of.cents,
    page: of.page,
    pages: of.pages,
  });
  return { paidTotals, dueTotals, due: slice(dueNow, due), paid: { ...slice(paidThen, paid), year } };
}

const countOf = (sums: readonly YearTotal[]): number => sums.reduce((sum, one) => sum + one.count, 0);

/** The rows of a file: of a year what was paid in it; without one also what is to pay, which comes first. */
export async function exportFor(context: Context, viewer: Viewer, filter: HistoryFilter): Promise<PayableView[]> {
  if (viewer.kind !== 'customer') return [];
  const all = { ...soughtBy(context, viewer, filter), limit: exportRowsMax, offset: 0 };
  const { year } = filter;
  const [due, paid] = await Promise.all([
    year === undefined ? dueRows(context, all) : [],
    paidRows(context, { ...all, from: firstDay(year ?? 1900), to: lastDay(year ?? 9998) }),
  ]);
  return viewsOf(context, viewer, [...due, ...paid]);
}

/** What is due soonest; `hasMore` when there is more than a glance can take. */
export type Soonest = { payables: PayableView[]; hasMore: boolean };

/** What is to pay, for a glance: what is being paid already, then what is due soonest. Everything of it is in `historyFor`. */
export const soonestFor = askedOnce(async (context, viewer): Promise<Soonest> => {
  if (viewer.kind !== 'customer') return { payables: [], hasMore: false };
  const rows = await soonestRows(context, { ...lookingAs(context, viewer), limit: soonestMax + 1 });
  return { payables: viewsOf(context, viewer, rows.slice(0, soonestMax)), hasMore: rows.length > soonestMax };
});
