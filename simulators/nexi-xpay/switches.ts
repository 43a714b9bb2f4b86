// How the simulator can be made to misbehave, for a whole run, for the next order, or for one order.
import { z } from 'zod';

const shape = z.strictObject({
  /** The issuer refuses every card, whatever the payer picks. */
  refuse: z.boolean(),
  /** The first card on an order is refused, the next one is taken. */
  refusedThenPaid: z.boolean(),
  /** The outcome stays pending for so many seconds after the payer has paid. */
  delaySeconds: z.number().min(0).max(3600),
  /** How often each event is notified. */
  notify: z.enum(['once', 'twice', 'never']),
  /** The notice arrives, and is answered, before the payer is sent back. */
  notifyFirst: z.boolean(),
  /** Notices carry a security token that is not the order's. */
  wrongToken: z.boolean(),
  /** The API answers 503, or drops the connection without doing anything. */
  outage: z.enum(['none', '503', 'drop']),
  /** What was asked is done (order opened, money given back), then the connection is cut instead of answering. */
  answerLost: z.boolean(),
  /** The API does what it is asked at once and answers so many seconds later. */
  answerDelaySeconds: z.number().min(0).max(120),
});
export type Switches = z.infer<typeof shape>;

export const calm: Switches = {
  refuse: false,
  refusedThenPaid: false,
  delaySeconds: 0,
  notify: 'once',
  notifyFirst: false,
  wrongToken: false,
  outage: 'none',
  answerLost: false,
  answerDelaySeconds: 0,
};

/** Reads some of the switches; a sentence about what is wrong otherwise. */
export function readSwitches(value: unknown): Partial<Switches> | string {
  const read = shape.partial().safeParse(value);
  if (!read.success) return z.prettifyError(read.error);
  return Object.fromEntries(Object.entries(read.data).filter(([, set]) => set !== undefined));
}
