// How the mail server and the SMS provider can be made to misbehave.
import { z } from 'zod';

const shape = z.strictObject({
  /** refuse: 550 at the recipient; later: 451; drop: the connection is cut there; lost: delivered, then cut before the answer. */
  mail: z.enum(['ok', 'refuse', 'later', 'drop', 'lost']),
  /** refuse: 400, the number is not taken; outage: 503; drop: cut; lost: delivered, then cut before the answer. */
  sms: z.enum(['ok', 'refuse', 'outage', 'drop', 'lost']),
});
export type Switches = z.infer<typeof shape>;

export const calm: Switches = { mail: 'ok', sms: 'ok' };

/** Reads some of the switches; a sentence about what is wrong otherwise. */
export function readSwitches(value: unknown): Partial<Switches> | string {
  const read = shape.partial().safeParse(value);
  if (!read.success) return z.prettifyError(read.error);
  return Object.fromEntries(Object.entries(read.data).filter(([, set]) => set !== undefined));
}
