// Why a request is not taken or not answered. [REQ-1] [REQ-2]
import type { Instant } from '#kernel/days.ts';
import type { Reason } from '#kernel/outcome.ts';

export type RequestReason =
  | Reason<'requests.limit', { freeAt: Instant }>
  | Reason<'requests.contact_unverified', Record<never, never>>
  | Reason<'requests.not_found', Record<never, never>>;

export const limit = (freeAt: Instant): RequestReason => ({
  code: 'requests.limit',
  values: { freeAt },
  changes: 'with-time',
});
export const contactUnverified: RequestReason = {
  code: 'requests.contact_unverified',
  values: {},
  changes: 'support',
};
export const notFound: RequestReason = { code: 'requests.not_found', values: {}, changes: 'you' };
