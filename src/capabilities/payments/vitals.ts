import type { Vitals } from '#kernel/vital.ts';
import { methodState } from './rules/vitals.ts';
import { openingFacts } from './vitals-store.server.ts';

/** One for each method that somebody can pay with here. */
export const vitals: Vitals = async (context) => {
  const facts = await openingFacts(context);
  const methods = new Set(context.ports.payment.flatMap((provider) => provider.methods));
  return [...methods].map((name) => ({ name, state: methodState(facts.get(name)) }));
};
