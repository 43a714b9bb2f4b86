import type { z } from 'zod';
import type { Context } from './context.ts';
import type { Language } from './language.ts';

/** The parts an e-mail is made of; plain text is made from the same ones. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  | { kind: 'code'; code: string; label: string }
  | { kind: 'button'; text: string; href: string }
  | { kind: 'note'; text: string };

/** A message in one language, before it has a frame. Addresses in buttons are absolute. */
export type Message = {
  subject: string;
  blocks: Block[];
  /** The whole text when it goes by SMS. */
  sms: string;
  /** Files that go with an e-mail, by document. */
  attachments?: { name: string; mediaType: string; content: Uint8Array }[];
};

/**
 * A kind of message that a capability contributes. `facts` are stored with the queue, so they hold no code and no
 * secret: `blocks` derives those when the message is made, just before it leaves.
 */
export type MessageKind<F = unknown> = {
  kind: string;
  facts: z.ZodType<F>;
  /** How many minutes after it was queued it is still worth sending; a code nobody can use any more is not. */
  usefulMinutes: number;
  blocks(context: Context, facts: F, language: Language): Promise<Message>;
};
