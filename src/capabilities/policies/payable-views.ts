// What of a viewer's policies can be paid or was paid. [POL-4]
import type { Context, Transaction } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { type Cents, cents } from '#kernel/money.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { type PayableRow, payableRowById, payableRowFor, payableRowsFor } from './payables-store.server.ts';
import type { Texts } from './rules/valuation.ts';
import type { Line, PayableKind, PayableState, PolicyState } from './rules.ts';
import { lookingAs } from './visible-store.server.ts';

/** What can be paid or was paid, with its policy. `asOf` is the day that the core system's word refers to. */
export type PayableFacts = {
  id: string;
  publicId: string;
  kind: PayableKind;
  amountCents: Cents;
  /** The part for a device within the amount (PAY-8). */
  iotCents: Cents;
  dueOn: Day;
  coversFrom: Day | undefined;
  coversUntil: Day | undefined;
  isPayableOnline: boolean;
  state: PayableState;
  paidOn: Day | undefined;
  asOf: Day;
  /** A contribution that a customer started here. */
  isStartedHere: boolean;
  policy: {
    id: string;
    publicId: string;
    number: string;
    line: Line;
    productNames: Texts;
    goodName: string | undefined;
    goodPlate: string | undefined;
    agencyId: string;
    state: PolicyState;
    policyholderId: string;
    policyholderName: string;
  };
};

/** A row of the relations `payableRows` and `visiblePayables` as facts. */
export function payableFactsOf(row: PayableRow): PayableFacts {
  return {
    id: row.id,
    publicId: row.publicId,
    kind: row.kind,
    amountCents: cents(row.amountCents),
    iotCents: cents(row.iotCents),
    dueOn: row.dueOn,
    coversFrom: row.coversFrom ?? undefined,
    coversUntil: row.coversUntil ?? undefined,
    isPayableOnline: row.isPayableOnline,
    state: row.state,
    paidOn: row.paidOn ?? undefined,
    asOf: row.asOf,
    isStartedHere: row.isStartedHere,
    policy: {
      id: row.policyId,
      publicId: row.policyPublicId,
      number: row.number,
      line: row.line,
      productNames: row.productNames,
      goodName: row.goodName ?? undefined,
      goodPlate: row.goodPlate ?? undefined,
      agencyId: row.agencyId,
      state: row.policyState,
      policyholderId: row.policyholderId,
      policyholderName: row.policyholderName,
    },
  };
}

/** `isDueOnly`: without what the core system says is paid; a page that only shows how things stand needs no more. */
export type PayablesInput = { policyIds?: readonly string[]; isDueOnly?: boolean };

/** Due and paid payables of the policies in force whose payments the viewer may see, by due day (POL-4). */
export async function payablesFor(
  context: Context,
  viewer: Viewer,
  input: PayablesInput = {},
): Promise<PayableFacts[]> {
  if (viewer.kind !== 'customer') return [];
  const policyIds = input.policyIds ? [...input.policyIds] : null;
  const wanted = { policyIds, isDueOnly: input.isDueOnly ?? false };
  const rows = await payableRowsFor(context, { ...lookingAs(context, viewer), ...wanted });
  return rows.map(payableFactsOf);
}

/** One payable by its public id, withdrawn ones and those of ended policies included; nothing when it is not the viewer's. */
export async function payableFor(
  context: Context,
  viewer: Viewer,
  publicId: string,
): Promise<PayableFacts | undefined> {
  if (viewer.kind !== 'customer') return undefined;
  const row = await payableRowFor(context, { ...lookingAs(context, viewer), publicId });
  return row && payableFactsOf(row);
}

/** A payable by its id, without a viewer: for what payments already hold. With `lock` it stands still until the commit. */
export async function payableById(
  context: Context | Transaction,
  id: string,
  options: { lock?: boolean } = {},
): Promise<PayableFacts | undefined> {
  const row = await payableRowById(context, id, { lock: options.lock ?? false });
  return row && payableFactsOf(row);
}
