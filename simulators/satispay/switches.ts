// How the simulator can be made to misbehave, for a whole run, for the next payment, or for one payment.
import { z } from 'zod';

const shape = z.strictObject({
  /** Whatever the payer does in the app, the payment is declined. */
  refuse: z.boolean(),
  /** The app refuses the first acceptance for want of funds and the payment stays open; the next one is taken. */
  refusedThenPaid: z.boolean(),
  /** What the payer has accepted stays PENDING for so many seconds; until then nobody can cancel it. */
  delaySeconds: z.number().min(0).max(7200),
  /** How often each change of the status is called back. */
  notify: z.enum(['once', 'twice', 'never']),
  /** The callback arrives, and is answered, before the payer is sent back. */
  notifyFirst: z.boolean(),
  /** Callbacks carry the id of a payment that does not exist. */
  wrongToken: z.boolean(),
  /** The API answers 503, or drops the connection without doing anything. */
  outage: z.enum(['none', '503', 'drop']),
  /** What was asked is done (payment opened, cancelled, given back), then the connection is cut instead of answering. */
  answerLost: z.boolean(),
  /** The API does what it is asked at once and answers so many seconds later. */
  answerDelaySeconds: z.number().min(0).max(120),
  /** The list of payments begins with the oldest; the provider does not publish which it is. */
  oldestFirst: z.boolean(),
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
  oldestFirst: false,
};

/** Reads some of the switches; a sentence about what is wrong otherwise. */
export function readSwitches(value: unknown): Partial<Switches> | string {
  const read = shape.partial().safeParse(value);
  if (!read.success) return z.prettifyError(read.error);
  return Object.fromEntries(Object.entries(read.data).filter(([, set]) => set !== undefined));
}
