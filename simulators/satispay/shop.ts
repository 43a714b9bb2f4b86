// The shop at the provider: its payments, what a payer does to them in the app, and what then happens by itself.
import { Agenda } from '../agenda.ts';
import { type Notifier, notifier } from './callbacks.ts';
import { newId, type Payment, Payments, stateOf } from './payments.ts';
import { calm, type Switches } from './switches.ts';

/** `refused`: declined in the app; `back`: gone back to the site, and the payment stays open. */
export const outcomes = ['paid', 'refused', 'back'] as const;
export type Outcome = (typeof outcomes)[number];

/** What became of a payer's act, or why the payment takes none any more. */
export type Acted =
  | { kind: 'paid' | 'refused' | 'no_funds' | 'pending' | 'back' }
  | { kind: 'closed'; state: ReturnType<typeof stateOf> };

export type ShopOptions = {
  /** A journal that keeps everything through a kill; without it everything is forgotten. */
  stateFile: string | undefined;
  /** Before the second try of a callback; it doubles with each. */
  retryMilliseconds: number;
  /** By how much its clock is ahead from the start. */
  clockAheadMilliseconds: number;
};

export class Shop {
  readonly payments: Payments;
  readonly callbacks: Notifier;
  /** For the whole run. */
  switches: Switches = { ...calm };
  /** For the next payment that is opened. */
  next: Partial<Switches> = {};
  #clockAheadMilliseconds: number;
  readonly #clockAheadAtStart: number;
  readonly #agenda = new Agenda();

  constructor(options: ShopOptions) {
    this.#clockAheadAtStart = options.clockAheadMilliseconds;
    this.#clockAheadMilliseconds = options.clockAheadMilliseconds;
    this.payments = new Payments(options.stateFile);
    this.callbacks = notifier(this.payments, options.retryMilliseconds);
    this.callbacks.resume();
    for (const payment of this.payments.all()) this.#schedule(payment);
  }

  now = (): Date => new Date(Date.now() + this.#clockAheadMilliseconds);
  /** Moves the provider's clock; without a moment it is as it was at the start. Signatures are still checked by the real one. */
  setClock = (to: Date | undefined): void => {
    this.#clockAheadMilliseconds = to ? to.getTime() - Date.now() : this.#clockAheadAtStart;
  };

  switchesOf = (payment: Payment): Switches => ({ ...this.switches, ...payment.switches });
  stateOf = (payment: Payment) => stateOf(payment, this.now());

  /** A payer does something in the app. Resolves when the payer may be sent on. */
  async act(payment: Payment, outcome: Outcome): Promise<Acted> {
    const state = this.stateOf(payment);
    if (state !== 'open') return { kind: 'closed', state };
    const switches = this.switchesOf(payment);
    if (outcome === 'back') return { kind: 'back' };
    if (outcome === 'refused' || switches.refuse) {
      await this.#become(payment, 'CANCELED');
      return { kind: 'refused' };
    }
    if (switches.refusedThenPaid && !payment.wasRefused) {
      payment.wasRefused = true;
      this.payments.save(payment);
      return { kind: 'no_funds' };
    }
    payment.acceptedAt = this.now().toISOString();
    if (switches.delaySeconds === 0) {
      await this.#become(payment, 'ACCEPTED');
      return { kind: 'paid' };
    }
    payment.resolvesAt = new Date(this.now().getTime() + switches.delaySeconds * 1000).toISOString();
    this.payments.save(payment);
    this.#schedule(payment);
    return { kind: 'pending' };
  }

  /** What the payer has accepted comes to its end: taken, or refused after all. False when there is nothing. */
  async resolve(payment: Payment, outcome: 'paid' | 'refused'): Promise<boolean> {
    if (this.stateOf(payment) !== 'pending') return false;
    this.#agenda.drop(payment.id);
    delete payment.resolvesAt;
    await this.#become(payment, outcome === 'paid' ? 'ACCEPTED' : 'CANCELED');
    return true;
  }

  /** The merchant calls an open payment off. False when it is not open. */
  cancel(payment: Payment): boolean {
    if (this.stateOf(payment) !== 'open') return false;
    void this.#become(payment, 'CANCELED');
    return true;
  }

  /** Money goes back to the payer; at most what is left of the payment. */
  refund(parent: Payment, amountCents: number, externalCode: string, key?: string): Payment {
    const now = this.now().toISOString();
    const refund: Payment = {
      id: newId(),
      type: 'REFUND_TO_BUSINESS',
      amountCents,
      status: 'ACCEPTED',
      externalCode,
      metadata: {},
      insertDate: now,
      expireDate: now,
      acceptedAt: now,
      parentId: parent.id,
      notices: [],
      switches: {},
    };
    this.payments.save(refund, key);
    return refund;
  }

  leftCents = (payment: Payment): number =>
    payment.amountCents - this.payments.refundsOf(payment).reduce((sum, refund) => sum + refund.amountCents, 0);

  expire(payment: Payment): void {
    payment.expireDate = this.now().toISOString();
    this.payments.save(payment);
  }

  /** A new status is stored, then told; whoever acts waits for that only when the switches say so. */
  async #become(payment: Payment, status: Payment['status']): Promise<void> {
    payment.status = status;
    this.payments.save(payment);
    const switches = this.switchesOf(payment);
    const told = this.callbacks.tell(payment, switches, this.now());
    if (switches.notifyFirst) await told;
  }

  #schedule(payment: Payment): void {
    if (!payment.resolvesAt) return;
    const milliseconds = Math.max(0, Date.parse(payment.resolvesAt) - this.now().getTime());
    this.#agenda.put(payment.id, milliseconds, () => this.resolve(payment, 'paid'));
  }

  /** Resolves when nothing is being told and nothing is due by itself within the time given. */
  idle = (withinMilliseconds: number): Promise<boolean> =>
    this.#agenda.idle(withinMilliseconds, () => this.callbacks.idle());

  /** Forgets every payment and what was still to happen to it; pairings stay. */
  wipe(): void {
    this.#agenda.clear();
    this.payments.wipe();
  }

  close(): void {
    this.#agenda.clear();
    this.callbacks.close();
  }
}
