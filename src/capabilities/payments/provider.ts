// The port to a payment provider, in our words. One adapter per provider; the list of them is all the state machine knows.
import type { Instant } from '#kernel/days.ts';
import type { Language } from '#kernel/language.ts';
import type { Cents } from '#kernel/money.ts';

/** How a customer pays; a provider says which of them it offers. */
export type ProviderMethod = 'card' | 'mybank' | 'satispay';

/** What the provider is asked to collect. The reference is ours: unique, random, 18 base-32 characters at most. */
export type ProviderOrder = {
  reference: string;
  amountCents: Cents;
  /** What the payer reads on the provider's page; cut to what the provider takes. */
  description: string;
  method: ProviderMethod;
  language: Language;
  /** Where the payer comes back to, whatever happened; its claim is never believed. */
  returnAddress: string;
  cancelAddress: string;
  noticeAddress: string;
  /** Until then it may be paid; a provider that can be told keeps it open no longer. */
  expiresAt: Instant;
  customerMail?: string;
};

/**
 * Why nothing can be concluded from an exchange: no answer in time, the connection broke, a fault on their side, an
 * answer that cannot be read, too many questions, our key not taken. Short on purpose: it may be logged.
 */
export type Silence = 'timeout' | 'connection' | 'fault' | 'unreadable' | 'too_many' | 'unauthorised' | 'unreachable';

export type Opened =
  /** `orderId`: what the provider calls it, where that is not our reference. */
  | { kind: 'opened'; pageAddress: string; securityToken: string; orderId?: string }
  /**
   * Certainly no new order. `exists`: an earlier try with this reference arrived, so ask for it instead;
   * `unreachable`: the request never left.
   */
  | { kind: 'refused'; why: 'exists' | 'bad_request' | 'unauthorised' | 'too_many' | 'unreachable' }
  /** It may or may not have been opened: settled by `read`, never posted again. */
  | { kind: 'unknown'; why: Silence };

/**
 * One movement as the provider lists it.
 * `payment` is money taken from the payer, `refund` money given back (a reversal is one too), `other` neither.
 * Each euro is in the list once: an authorisation that was captured is `other` beside its capture.
 */
export type ProviderOperation = {
  id: string;
  type: 'payment' | 'refund' | 'other';
  /** `reversed`: taken and given back in one and the same movement. `pending` is whatever is not final. */
  result: 'success' | 'failure' | 'pending' | 'reversed';
  amountCents: Cents;
  at: Instant;
  /** What the payer recognises: `VISA ***4242`. */
  instrument?: string;
  /** A failure that the payer wanted: gone back without paying. */
  isByPayer?: boolean;
};

export type ProviderAnswer =
  /** Everything the provider knows of an order, oldest first; none of it when nobody tried to pay yet. */
  | {
      kind: 'operations';
      operations: readonly ProviderOperation[];
      /** What the provider calls the order, where that is not our reference. */
      orderId?: string;
      /** It can be paid now, or never any more; absent where the provider does not say. */
      isOpen?: boolean;
    }
  /** The provider has no such order. */
  | { kind: 'none' }
  | { kind: 'unanswered'; why: Silence };

/** What we know of an order besides our reference; a provider that lists by reference needs none of it. */
export type KnownOrder = {
  /** What the provider calls it; nothing when its answer never reached us. */
  orderId: string | undefined;
  /** When it was asked to open it. */
  askedAt: Instant;
  /** Movements that gave money back, as the provider called them when it was asked for them. */
  refundIds: readonly string[];
};

export type Cancelled =
  /** It can be paid no more, or never could. */
  | { kind: 'done' }
  /** It has been approved, or is about to be. */
  | { kind: 'refused' }
  | { kind: 'unknown'; why: Silence };

export type Refunded =
  | { kind: 'done'; operationId: string }
  /** The provider will not do it: it has to be given back by other means. */
  | { kind: 'refused'; why: 'already_returned' | 'more_than_taken' | 'too_old' | 'not_found' | 'bad_request' }
  /** Ask again with the same key: it never gives back twice. */
  | { kind: 'unknown'; why: Silence };

/** What a notice says about itself. It proves nothing until its token equals the stored one, and then only that it is worth reading the order. */
export type ProviderNotice = {
  reference: string;
  /** The same for the same event, however often it is sent; nothing where a provider tells no two of them apart. */
  noticeKey: string | undefined;
  securityToken: string;
};

export type PaymentProvider = {
  /** `nexi-xpay`: stored with every attempt. */
  name: string;
  methods: readonly ProviderMethod[];
  /** Those whose payments it cannot give back, so that a transfer by hand has to: irrevocable on its side. None when absent. */
  irrevocable?: readonly ProviderMethod[];
  /** Opens an order. Never throws for what the network or the provider does, and never posts twice by itself. */
  open(order: ProviderOrder): Promise<Opened>;
  /** Everything that happened on an order: the truth an attempt is settled from. */
  read(reference: string, known: KnownOrder): Promise<ProviderAnswer>;
  /** Calls off what has not been paid, where the provider can; without it an order stays open until its own limit. */
  cancel?(reference: string, known: KnownOrder): Promise<Cancelled>;
  /** Gives back all or part of a payment; `key` (at most 36 characters) makes repeating it harmless. */
  refund(request: {
    operationId: string;
    amountCents: Cents;
    key: string;
    description: string;
    /** When this was asked for first. */
    askedAt: Instant;
  }): Promise<Refunded>;
  /** Reads the body of a notice; nothing when it is none. */
  parseNotice(body: unknown): ProviderNotice | undefined;
};

declare module '#kernel/context.ts' {
  interface Ports {
    /** The providers this installation has, each with its methods; empty when nothing can be paid online. */
    payment: readonly PaymentProvider[];
  }
}
