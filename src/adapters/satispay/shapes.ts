// What Satispay's business API says, as far as we use it (facts.md 7.1). Fields we do not know are ignored, those we use are checked.
import { z } from 'zod';
import { unknownJson } from '../exchange.ts';

const id = z.uuid();

/** A payment; one that gives money back is a payment too, of the other type. */
const payment = z.object({
  id,
  type: z.enum(['TO_BUSINESS', 'REFUND_TO_BUSINESS']),
  amount_unit: z.int().nonnegative(),
  currency: z.literal('EUR'),
  status: z.string().max(40),
  expired: z.boolean().nullish(),
  insert_date: z.string().max(60).nullish(),
  external_code: z.string().max(200).nullish(),
  redirect_url: z
    .url({ protocol: /^https?$/ })
    .max(4096)
    .nullish(),
});
export type Payment = z.infer<typeof payment>;

/** The payment in an answer; nothing when it is none. */
export function paymentIn(body: string): Payment | undefined {
  const read = payment.safeParse(unknownJson(body));
  return read.success ? read.data : undefined;
}

/** A page of the list. One entry that cannot be read makes the page unusable: it might be ours. */
export const page = z.object({ has_more: z.boolean(), data: z.array(payment).max(100) });

/** The answer to a pairing. */
export const paired = z.object({ key_id: z.string().min(1).max(500) });

/** The body of a refusal; the code comes as a number or as text. */
export const fault = z.object({ code: z.union([z.string().max(10), z.number()]).transform(String) });

/** What our own address for callbacks carries: our reference, and the id that the provider put in. */
export const callback = z.object({
  query: z.object({ reference: z.string().regex(/^[A-Za-z0-9]{1,27}$/), payment: id }),
});
