// With what an amount may be paid. [PAY-3]
import type { Cents } from '#kernel/money.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { methodLimits } from '../settings.ts';
import type { Method, MethodReason } from './reasons.ts';
import type { Family } from './windows.ts';

export type MethodAnswer = { method: Method; answer: Outcome<Method, MethodReason> };

/** Up to and including this amount; nothing for a method without a ceiling. */
function limitOf(method: Method, family: Family): Cents | undefined {
  if (method === 'mybank') return undefined;
  return methodLimits[family === 'life' ? 'life' : 'nonLife'][method];
}

/** PAY-3 for one method: "above" is strict, the limit itself may be paid. */
export function methodAllows(method: Method, family: Family, amount: Cents): Outcome<Method, MethodReason> {
  const limitCents = limitOf(method, family);
  if (limitCents === undefined || amount <= limitCents) return yes(method);
  return no({
    code: 'payments.above_limit',
    values: { method, limitCents, isLife: family === 'life' },
    changes: 'nobody',
  });
}

/**
 * What is offered for an amount, among the methods that exist here (those of the providers), and why not the others.
 * Refuses when none is left: above the ceiling of cards the way is MyBank, and where that does not exist the agency.
 */
export function methodsFor(
  available: readonly Method[],
  family: Family,
  amount: Cents,
): Outcome<{ methods: [Method, ...Method[]]; all: MethodAnswer[] }, MethodReason> {
  const all = available.map((method) => ({ method, answer: methodAllows(method, family, amount) }));
  const [first, ...rest] = all.filter(({ answer }) => answer.ok).map(({ method }) => method);
  if (first) return yes({ methods: [first, ...rest], all });
  const limitCents = methodLimits[family === 'life' ? 'life' : 'nonLife'].card;
  // Below the ceiling of cards another method would do, and it does not exist here.
  if (available.length === 0 || amount <= limitCents) {
    return no({ code: 'payments.no_method', values: {}, changes: 'agency' });
  }
  return no({ code: 'payments.only_mybank', values: { limitCents, isLife: family === 'life' }, changes: 'agency' });
}
