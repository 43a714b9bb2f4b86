// From the provider's list of operations to ours, in which each euro stands once.
import type { ProviderOperation } from '#capabilities/payments/provider.ts';
import { type Instant, instant } from '#kernel/days.ts';
import { cents } from '#kernel/money.ts';
import type { ListedOperation } from './shapes.ts';

/** What they listed, beside what it is to us. */
type Movement = { listed: ListedOperation; ours: ProviderOperation };

/**
 * Reads the list, oldest first; nothing when it cannot be relied on (money without an amount, in another currency, of
 * another order). `readAt` stands in for a time that is missing or unreadable: money is not ignored for want of a time.
 */
export function operationsOf(
  reference: string,
  listed: readonly ListedOperation[],
  readAt: Instant,
): ProviderOperation[] | undefined {
  const movements = latestOfEach(listed, readAt).map((entry) => movementOf(entry, readAt));
  const isSound = movements.every(
    ({ listed: entry, ours }) =>
      (entry.orderId === undefined || entry.orderId === reference) &&
      (!isMoney(ours) || (entry.operationAmount !== undefined && (entry.operationCurrency ?? 'EUR') === 'EUR')),
  );
  if (!isSound) return undefined;
  movements.sort((one, other) => (one.ours.at < other.ours.at ? -1 : one.ours.at > other.ours.at ? 1 : 0));
  return eachEuroOnce(movements);
}

const isMoney = (ours: ProviderOperation): boolean =>
  ours.type !== 'other' && (ours.result === 'success' || ours.result === 'reversed');

function movementOf(entry: ListedOperation, readAt: Instant): Movement {
  const type = typeOf(entry.operationType);
  const instrument = [entry.paymentCircuit, entry.paymentInstrumentInfo].filter(Boolean).join(' ');
  return {
    listed: entry,
    ours: {
      id: entry.operationId,
      type,
      result: resultOf(entry.operationResult, type),
      amountCents: cents(entry.operationAmount ?? 0),
      at: momentOf(entry, readAt),
      ...(instrument && { instrument }),
      ...(entry.operationResult === 'CANCELED' && { isByPayer: true }),
    },
  };
}

function typeOf(operationType: string): ProviderOperation['type'] {
  if (operationType === 'AUTHORIZATION' || operationType === 'CAPTURE') return 'payment';
  if (operationType === 'REFUND' || operationType === 'VOID' || operationType === 'CANCEL') return 'refund';
  return 'other';
}

function resultOf(operationResult: string, type: ProviderOperation['type']): ProviderOperation['result'] {
  switch (operationResult) {
    case 'AUTHORIZED':
    case 'EXECUTED':
      return 'success';
    case 'DECLINED':
    case 'DENIED_BY_RISK':
    case 'THREEDS_FAILED':
    case 'CANCELED':
    case 'FAILED':
      return 'failure';
    case 'VOIDED':
    case 'REFUNDED':
      return type === 'payment' ? 'reversed' : 'success';
    default:
      // PENDING, THREEDS_VALIDATED, and whatever nobody told us of: concluding from it could lose money or take it twice.
      return 'pending';
  }
}

function momentOf(entry: ListedOperation, readAt: Instant): Instant {
  const at = new Date(entry.operationTime ?? '');
  return Number.isNaN(at.getTime()) ? readAt : instant(at);
}

/** An operation listed twice is one, in its latest state. */
function latestOfEach(listed: readonly ListedOperation[], readAt: Instant): ListedOperation[] {
  const latest = new Map<string, ListedOperation>();
  for (const entry of listed) {
    const known = latest.get(entry.operationId);
    if (!known || momentOf(known, readAt) <= momentOf(entry, readAt)) latest.set(entry.operationId, entry);
  }
  return [...latest.values()];
}

/** What says the same euro a second time becomes `other`. */
function eachEuroOnce(movements: readonly Movement[]): ProviderOperation[] {
  const said = new Set([...capturedAuthorisations(movements), ...refundsTakenBack(movements)]);
  const hasReturn = movements.some(({ ours }) => ours.type === 'refund' && isMoney(ours) && !said.has(ours.id));
  return movements.map(({ ours }): ProviderOperation => {
    if (said.has(ours.id)) return { ...ours, type: 'other' };
    // Where the refunds are listed themselves, the mark on the payment repeats them.
    return ours.result === 'reversed' && hasReturn ? { ...ours, result: 'success' } : ours;
  });
}

/** An authorisation and the capture that follows it are the same money: the capture counts, because it can be refunded. */
function capturedAuthorisations(movements: readonly Movement[]): string[] {
  const taken = movements.filter(({ ours }) => ours.type === 'payment' && isMoney(ours));
  const open = taken.filter(({ listed }) => listed.operationType === 'AUTHORIZATION');
  const settled: string[] = [];
  for (const { listed, ours } of taken) {
    if (listed.operationType !== 'CAPTURE') continue;
    const index = open.findIndex((other) => other.ours.amountCents === ours.amountCents && other.ours.at <= ours.at);
    const its = index < 0 ? undefined : open.splice(index, 1)[0];
    if (its) settled.push(its.ours.id);
  }
  return settled;
}

/** A CANCEL of a refund: the refund did not happen after all, and neither of the two moves money. */
function refundsTakenBack(movements: readonly Movement[]): string[] {
  return movements.flatMap(({ listed, ours }) => {
    if (listed.operationType !== 'CANCEL' || ours.result !== 'success') return [];
    const target = movements.find((other) => other.ours.id === listed.cancelledOperationId);
    return target?.ours.type === 'refund' ? [ours.id, target.ours.id] : [];
  });
}
