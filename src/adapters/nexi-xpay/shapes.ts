// What Nexi XPay's REST API says, as far as we use it (facts.md 7.2). Fields we do not know are ignored, those we use are checked.
import { z } from 'zod';

const short = z.string().min(1).max(200);

/** Minor units as text, `"3545"`. */
const minorUnits = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);

/** The answer to `POST /orders/hpp`. */
export const hostedPage = z.object({ hostedPage: z.url({ protocol: /^https?$/ }).max(2048), securityToken: short });

const operation = z.object({
  orderId: short.optional(),
  operationId: short,
  operationType: short,
  operationResult: short,
  operationTime: z.string().max(60).optional(),
  operationAmount: minorUnits.optional(),
  operationCurrency: z.string().max(3).optional(),
  paymentCircuit: z.string().max(60).optional(),
  paymentInstrumentInfo: z.string().max(60).optional(),
  cancelledOperationId: z.string().max(200).optional(),
});
export type ListedOperation = z.infer<typeof operation>;

/** The answer to `GET /orders/{orderId}`; both parts are optional in the provider's own description. */
export const order = z.object({
  orderStatus: z.object({ order: z.object({ orderId: short }), lastOperationTime: z.string().max(60).optional() }),
  operations: z.array(operation).max(500).nullish(),
});

/** The answer to `POST /operations/{operationId}/refunds`. */
export const refunded = z.object({ operationId: short });

/** The body of 400 and 500. */
export const faults = z.object({
  errors: z.array(z.object({ code: z.string().max(60), description: z.string().max(1000).optional() })).max(50),
});

/** A notice; the time is text in one edition of the provider's pages and seconds in another, so it is not used. */
export const notice = z.object({
  eventId: short,
  securityToken: short,
  operation: z.object({ orderId: z.string().regex(/^[A-Za-z0-9]{1,27}$/), operationId: short }),
});
