// One signed question to Satispay, and what its answer means when it is not the one hoped for.
import type { Silence } from '#capabilities/payments/provider.ts';
import { type Exchange, exchange, unknownJson } from '../exchange.ts';
import { fault } from './shapes.ts';
import { type SigningKey, signedHeaders } from './signature.ts';

export type SatispayOptions = {
  /** `https://authservices.satispay.com`, or the simulator's. */
  address: string;
  key: SigningKey;
  /** For one exchange; a payment that is being opened waits no longer. */
  timeoutSeconds?: number;
};

export type Ask = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Exchange>;

const prefix = '/g_business/v1';
/** A page of a hundred payments is some hundred kilobytes; more than this is not an answer. */
const answerBytesMax = 1024 * 1024;

export const endpoint = (address: string, path: string): URL =>
  new URL(`${address.replace(/\/+$/, '')}${prefix}${path}`);

export const client =
  ({ address, key, timeoutSeconds = 15 }: SatispayOptions): Ask =>
  (method, path, value, headers = {}) => {
    const body = value === undefined ? undefined : JSON.stringify(value);
    const asked = { method, address: endpoint(address, path), ...(body !== undefined && { body }) };
    return exchange({
      ...asked,
      headers: { accept: 'application/json', ...headers, ...signedHeaders({ ...asked, at: new Date() }, key) },
      timeoutSeconds,
      bytesMax: answerBytesMax,
    });
  };

type Answer = Extract<Exchange, { kind: 'answer' }>;

/** The provider's own code of a refusal; empty when it gave none. */
export function codeOf(answer: Answer): string {
  const told = fault.safeParse(unknownJson(answer.body));
  return told.success ? told.data.code : '';
}

/** Too many questions is a 403 of its own code; every other 401 and 403 without one of ours is about the key. */
export const isTooMany = (answer: Answer): boolean =>
  answer.status === 429 || (answer.status === 403 && codeOf(answer) === '70');

/** Why nothing can be concluded from an answer that is neither the one hoped for nor a refusal of what was asked. */
export function silenceOf(answer: Answer): Silence {
  if (isTooMany(answer)) return 'too_many';
  if (answer.status === 401 || answer.status === 403) return 'unauthorised';
  return answer.status >= 500 ? 'fault' : 'unreadable';
}
