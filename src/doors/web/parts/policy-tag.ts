// How a policy stands, in one word: what Home and the list show at the end of its row.
import { type Day, daysBetween } from '#kernel/days.ts';
import type { Outcome } from '#kernel/outcome.ts';

export type PolicyTag = 'overdue' | 'due' | 'unfinished' | 'verifying' | 'suspended' | 'ok' | 'active' | 'ended';
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'plain';

/** A payment under way: the bank's decision is awaited, or somebody has to finish what they began. */
type Open = { isOwn: boolean; isPending: boolean } | undefined;

/** Of a payable only what decides. */
export type Standing = { dueOn: Day; answer: Outcome<unknown>; openPayment?: Open };

const tones: Record<PolicyTag, Tone> = {
  overdue: 'bad',
  due: 'warn',
  unfinished: 'warn',
  verifying: 'info',
  suspended: 'warn',
  ok: 'ok',
  active: 'ok',
  ended: 'plain',
};

/** An instalment that cannot be paid here yet is "to pay" from this many days before it is due. */
const soonDays = 30;

export const isUnpaid = (payable: Pick<Standing, 'answer'>): boolean =>
  payable.answer.ok || payable.answer.reasons.every((reason) => reason.code !== 'payments.already_paid');

/**
 * The most urgent thing that is true. Who does not see the payments is told that the policy is active, and nothing
 * about its instalments.
 */
export function policyTag(
  policy: { state: 'active' | 'suspended' | 'ended'; seesPayments: boolean },
  payables: readonly Standing[],
  today: Day,
): { name: PolicyTag; tone: Tone } {
  const name = nameOf(policy, payables.filter(isUnpaid), today);
  return { name, tone: tones[name] };
}

function nameOf(
  policy: { state: 'active' | 'suspended' | 'ended'; seesPayments: boolean },
  unpaid: readonly Standing[],
  today: Day,
): PolicyTag {
  if (policy.state === 'ended') return 'ended';
  if (!policy.seesPayments) return policy.state === 'suspended' ? 'suspended' : 'active';
  const waiting = unpaid.filter((payable) => !payable.openPayment);
  if (waiting.some((payable) => payable.dueOn < today)) return 'overdue';
  if (waiting.some((payable) => payable.answer.ok || daysBetween(today, payable.dueOn) <= soonDays)) return 'due';
  if (unpaid.some(({ openPayment }) => openPayment?.isOwn && !openPayment.isPending)) return 'unfinished';
  if (waiting.length < unpaid.length) return 'verifying';
  return policy.state === 'suspended' ? 'suspended' : 'ok';
}

const order: readonly PolicyTag[] = ['overdue', 'due', 'unfinished', 'verifying', 'suspended', 'ok', 'active', 'ended'];

/** The smaller, the sooner it must be seen. */
export const urgencyOf = (tag: PolicyTag): number => order.indexOf(tag);
