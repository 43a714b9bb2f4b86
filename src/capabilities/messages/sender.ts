// The port that takes e-mails and text messages out of the house.

export type Attachment = { name: string; mediaType: string; content: Uint8Array };

export type Email = {
  to: string;
  /** `Name <address>`. */
  from: string;
  subject: string;
  html: string;
  text: string;
  attachments?: readonly Attachment[];
  /** `<…@host>`, the same at every try, so that a mailbox can recognise the second copy. */
  messageId: string;
};

export type TextMessage = {
  /** E.164. */
  to: string;
  text: string;
  /** The same at every try: the provider sends one message per key. */
  key: string;
};

/** A short class of what went wrong, never the server's own words: those may repeat the address. */
export type DeliveryFailure =
  | 'not_configured'
  | 'unreachable'
  | 'timeout'
  | 'connection'
  | 'tls'
  | 'authentication'
  | 'sender_refused'
  | 'recipient_refused'
  | 'message_refused'
  /** Not now: a full mailbox, a sender not known yet, too much at once. */
  | 'deferred'
  | 'fault';

/** Sent means taken over by the next server or provider. A permanent failure is not worth trying again. */
export type Delivery = { kind: 'sent'; id: string } | { kind: 'failed'; isPermanent: boolean; why: DeliveryFailure };

/** Neither throws for what the network or the other side does. */
export type Sender = {
  email(message: Email): Promise<Delivery>;
  sms(message: TextMessage): Promise<Delivery>;
};

declare module '#kernel/context.ts' {
  interface Ports {
    sender: Sender;
  }
}
