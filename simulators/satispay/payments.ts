// The payments of the simulated provider, its keys and codes; a journal file keeps them through a kill.

import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Delivery } from '../deliveries.ts';
import type { Switches } from './switches.ts';

export type Status = 'PENDING' | 'ACCEPTED' | 'CANCELED';

/** One event to be called back; `tries` counts all deliveries of it. */
export type Notice = Delivery & { eventId: string; at: string; paymentId: string };

export type Payment = {
  id: string;
  type: 'TO_BUSINESS' | 'REFUND_TO_BUSINESS';
  amountCents: number;
  status: Status;
  externalCode: string;
  metadata: Record<string, unknown>;
  insertDate: string;
  expireDate: string;
  acceptedAt?: string;
  callbackUrl?: string;
  redirectUrl?: string;
  /** Of a refund: what it gives back. The API does not tell. */
  parentId?: string;
  /** When something the payer has accepted comes to its end by itself. */
  resolvesAt?: string;
  /** The app has refused an acceptance once. */
  wasRefused?: boolean;
  notices: Notice[];
  /** What holds for this payment alone. */
  switches: Partial<Switches>;
};

export type State = 'open' | 'pending' | 'paid' | 'cancelled' | 'expired';

/** Answers by idempotency key: the same key gives the same answer. */
type Keyed = { key: string; paymentId: string };
type Line =
  | { payment: Payment; keyed?: Keyed; parent?: Payment }
  | { publicKey: string; keyId: string; code: string }
  | { code: string }
  | { wiped: true };

export const paymentsMax = 100_000;

export class Payments {
  readonly #byId = new Map<string, Payment>();
  readonly #keyed = new Map<string, string>();
  readonly #publicKeys = new Map<string, string>();
  /** Activation codes; true once one has been used. */
  readonly #codes = new Map<string, boolean>();
  readonly #file: string | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
    if (file) this.#load(file);
  }

  #load(file: string): void {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    for (const line of lines) {
      // The last line may be half written: the process was killed there, and nobody was answered.
      try {
        this.#apply(JSON.parse(line) as Line);
      } catch {}
    }
    const compact: Line[] = [
      ...[...this.#codes].filter(([, isUsed]) => !isUsed).map(([code]) => ({ code })),
      ...[...this.#publicKeys].map(([keyId, publicKey]) => ({ publicKey, keyId, code: '' })),
      ...[...this.#byId.values()].map((payment) => ({ payment })),
      ...[...this.#keyed].flatMap(([key, paymentId]) => {
        const payment = this.#byId.get(paymentId);
        return payment ? [{ payment, keyed: { key, paymentId } }] : [];
      }),
    ];
    writeFileSync(`${file}.new`, compact.map((line) => `${JSON.stringify(line)}\n`).join(''));
    renameSync(`${file}.new`, file);
  }

  #apply(line: Line): void {
    if ('wiped' in line) {
      this.#byId.clear();
      this.#keyed.clear();
    } else if ('publicKey' in line) {
      this.#publicKeys.set(line.keyId, line.publicKey);
      if (line.code) this.#codes.set(line.code, true);
    } else if ('payment' in line) {
      this.#byId.set(line.payment.id, line.payment);
      if (line.keyed) this.#keyed.set(line.keyed.key, line.keyed.paymentId);
    } else this.#codes.set(line.code, false);
  }

  #write(line: Line): void {
    this.#apply(line);
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  /** Newest first. */
  all = (): Payment[] => [...this.#byId.values()].reverse();
  byId = (id: string): Payment | undefined => this.#byId.get(id);
  /** What the merchant calls it by; a refund has a code of its own. */
  byCode = (code: string): Payment | undefined =>
    this.all().find((payment) => payment.type === 'TO_BUSINESS' && payment.externalCode === code);
  refundsOf = (payment: Payment): Payment[] => this.all().filter((other) => other.parentId === payment.id);
  byKey = (key: string): Payment | undefined => this.#byId.get(this.#keyed.get(key) ?? '');
  /** Recorded before anybody is answered. */
  save = (payment: Payment, key?: string): void =>
    this.#write({ payment, ...(key && { keyed: { key, paymentId: payment.id } }) });
  publicKey = (keyId: string): string | undefined => this.#publicKeys.get(keyId);
  /** As after the time, which is not published, that idempotency keys are kept. In memory only. */
  forgetKeys = (): void => this.#keyed.clear();
  wipe = (): void => this.#write({ wiped: true });

  /** A new activation code, as a merchant makes one in the dashboard. */
  newCode(): string {
    const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
    const code = [...randomBytes(6)].map((byte) => letters[byte % letters.length]).join('');
    this.#write({ code });
    return code;
  }
  /** Takes a code for a public key; the key's id, or why not. */
  pair(code: string, publicKey: string): string | 'unknown' | 'used' {
    const isUsed = this.#codes.get(code);
    if (isUsed === undefined) return 'unknown';
    if (isUsed) return 'used';
    const keyId = randomBytes(32).toString('hex');
    this.#write({ publicKey, keyId, code });
    return keyId;
  }
}

const isOver = (payment: Payment, now: Date): boolean => now.toISOString() >= payment.expireDate;

export function stateOf(payment: Payment, now: Date): State {
  if (payment.status === 'ACCEPTED') return 'paid';
  if (payment.status === 'CANCELED') return 'cancelled';
  if (payment.acceptedAt) return 'pending';
  return isOver(payment, now) ? 'expired' : 'open';
}

/** A payment as the API shows it. Its sender has a name once somebody has accepted it. */
export function shown(payment: Payment, now: Date, host: string): object {
  const isRefund = payment.type === 'REFUND_TO_BUSINESS';
  const isExpired = stateOf(payment, now) === 'expired';
  const consumer = { type: 'CONSUMER', ...(payment.acceptedAt && { id: consumerId, name: 'Cliente D.' }) };
  const shop = { type: 'SHOP', id: shopId };
  const back = payment.redirectUrl ? `?redirect_url=${encodeURIComponent(payment.redirectUrl)}` : '';
  return {
    id: payment.id,
    ...(!isRefund && { code_identifier: `S6Y-PAY--${payment.id.toUpperCase()}` }),
    type: payment.type,
    amount_unit: payment.amountCents,
    currency: 'EUR',
    status: isExpired ? 'CANCELED' : payment.status,
    expired: isExpired,
    metadata: payment.metadata,
    sender: isRefund ? shop : consumer,
    receiver: isRefund ? consumer : shop,
    insert_date: payment.insertDate,
    expire_date: payment.expireDate,
    flow: 'CHARGE',
    description: payment.externalCode,
    external_code: payment.externalCode,
    ...(!isRefund && { redirect_url: `http://${host}/pay/${payment.id}${back}` }),
  };
}

const shopId = '0c4f4511-1afa-4b17-b529-ff7465d126c1';
const consumerId = '0f7c13fb-06d4-424d-8b98-18e82d1f27a8';

export const newId = (): string => randomUUID();
