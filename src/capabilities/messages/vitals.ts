// Do e-mails and SMS leave? From what became of the last ones, never from a message sent to find out.
import type { Vitals } from '#kernel/vital.ts';
import { channelState } from './rules.ts';
import { channelFacts } from './vitals-store.server.ts';

/** `email` and `sms`, both always: a channel on which nothing moved works as far as anybody knows. */
export const vitals: Vitals = async (context) => {
  const facts = await channelFacts(context);
  return ['email', 'sms'].map((name) => ({ name, state: channelState(facts.get(name)) }));
};
