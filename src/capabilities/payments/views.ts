import { publicIdsOf } from '#capabilities/documents/index.ts';
import {
  lookingAs,
  type PayableFacts,
  type PayablesInput,
  payableFactsOf,
  payableFor,
} from '#capabilities/policies/index.ts';
import { brandOf } from '#kernel/brand.ts';
import type { Context } from '#kernel/context.ts';
import { type Day, dayOf } from '#kernel/days.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Customer, Viewer } from '#kernel/viewer.ts';
import { answerFor } from './deciding.ts';
import { type Holding, holdingsOf } from './holdings-store.server.ts';
import { type OverviewRow, overviewRows } from './overview-store.server.ts';
import { type GivingBack, refundsOnTheirWay } from './refunds-store.server.ts';
import { type Payability, windowOf } from './rules/payables.ts';
import type { Method, PaymentReason, UnderWay } from './rules/reasons.ts';
import type { Window } from './rules/windows.ts';

export type PayableView = PayableFacts & {
  window: Window;
  /** May it be paid now, with which methods, or why not. */
  answer: Outcome<Payability, PaymentReason>;
  /** A payment of ours that is under way; only its own account may open its page. */
  openPayment: (UnderWay & { isOwn: boolean }) | undefined;
  /** Our payment that was received and kept. */
  payment:
    | { operation: string; isOwn: boolean; paidOn: Day; method: Method; instrument: string | undefined }
    | undefined;
  /** The public id of the receipt's document, once it has been made. */
  receipt: string | undefined;
};

/** Due and paid payables with what may be done about each, by due day: one query whatever their number (PAY-4). */
export async function overview(context: Context, viewer: Viewer, input: PayablesInput = {}): Promise<PayableView[]> {
  if (viewer.kind !== 'customer') return [];
  const rows = await overviewRows(context, {
    ...lookingAs(context, viewer),
    policyIds: input.policyIds ? [...input.policyIds] : null,
    isDueOnly: input.isDueOnly ?? false,
  });
  return rows.map((row) => viewOf(context, viewer, payableFactsOf(row), heldIn(row), row.receiptPublicId ?? undefined));
}

/** One of them by its public id; nothing when it is not the viewer's. */
export async function payableViewFor(
  context: Context,
  viewer: Viewer,
  publicId: string,
): Promise<PayableView | undefined> {
  const facts = await payableFor(context, viewer, publicId);
  if (!facts) return undefined;
  const held = (await holdingsOf(context, [facts.id])).get(facts.id);
  const documents = await publicIdsOf(context, held?.documentId ? [held.documentId] : []);
  return viewOf(context, viewer, facts, held, held?.documentId && documents.get(held.documentId));
}

type Held = Omit<Holding, 'payableId' | 'documentId'>;

/** Our payment of a row, if one holds it. */
export function heldIn(row: OverviewRow): Held | undefined {
  const { heldPublicId: publicId, heldState: state, heldAccountId: accountId, heldMethod: method } = row;
  if (!publicId || !state || !accountId || !method) return undefined;
  return {
    publicId,
    state,
    accountId,
    method,
    paidAt: row.heldPaidAt ?? undefined,
    instrument: row.heldInstrument ?? undefined,
    isPending: state === 'open' && row.heldPendingSince !== null,
  };
}

/** A payable with what may be done about it. */
export function viewOf(
  context: Context,
  viewer: Viewer,
  facts: PayableFacts,
  held: Held | undefined,
  receipt: string | undefined,
): PayableView {
  const isOwn = viewer.kind === 'customer' && viewer.accountId === held?.accountId;
  return {
    ...facts,
    window: windowOf({ kind: facts.kind, line: facts.policy.line, dueOn: facts.dueOn }),
    answer: answerFor(context, facts, held),
    openPayment: held?.state === 'open' ? { operation: held.publicId, isPending: held.isPending, isOwn } : undefined,
    payment:
      held?.state === 'paid' && held.paidAt
        ? {
            operation: held.publicId,
            isOwn,
            paidOn: dayOf(held.paidAt),
            method: held.method,
            instrument: held.instrument,
          }
        : undefined,
    receipt,
  };
}

/** What is on its way back to the viewer: paid twice, or for something that was not to pay any more. [PAY-12] */
export const givingBackFor = (context: Context, viewer: Customer): Promise<GivingBack[]> =>
  refundsOnTheirWay(context, viewer.accountId);

/** Who receives the money, for the page before the code. */
export const payeeName = (context: Context): string => brandOf(context).legalName;
