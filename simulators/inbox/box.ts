// What has arrived, in memory: the newest few hundred messages, newest first.
import { randomBytes } from 'node:crypto';

export type Attachment = { name: string; mediaType: string; content: Buffer };

export type Message = {
  id: string;
  channel: 'email' | 'sms';
  /** The mailbox or number it was delivered to. */
  to: string;
  from: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  links: string[];
  at: string;
  messageId: string;
  /** The sender's key of a text message: posted twice, delivered once. */
  reference: string;
  attachments: Attachment[];
};

const messagesMax = 500;
const attachmentBytesMax = 64 * 1024 * 1024;

export class Box {
  #messages: Message[] = [];
  #sequence = 0;
  readonly #waiting = new Set<() => void>();

  /** Keeps a message; the oldest go when there are too many, or when their files take too much. */
  add(message: Omit<Message, 'id' | 'links'>): Message {
    const kept = {
      ...message,
      to: comparable(message.to),
      id: `${(++this.#sequence).toString().padStart(4, '0')}${randomBytes(4).toString('hex')}`,
      links: linksIn(message.text, message.html),
    };
    this.#messages.unshift(kept);
    let bytes = 0;
    this.#messages = this.#messages.slice(0, messagesMax).filter((entry) => {
      bytes += entry.attachments.reduce((sum, file) => sum + file.content.length, 0);
      return bytes <= attachmentBytesMax || entry === kept;
    });
    for (const wake of this.#waiting) wake();
    return kept;
  }

  all = (): readonly Message[] => this.#messages;
  byId = (id: string): Message | undefined => this.#messages.find((message) => message.id === id);
  byReference = (reference: string): Message | undefined =>
    this.#messages.find((message) => message.channel === 'sms' && message.reference === reference);
  clear = (): void => {
    this.#messages = [];
  };

  /** Newest first; `after` leaves out that message and everything before it. */
  find({ to, after }: { to: string | undefined; after: string | undefined }): Message[] {
    const newer = after ? this.#messages.slice(0, indexOr(this.#messages, after)) : this.#messages;
    return newer.filter((message) => to === undefined || message.to === comparable(to));
  }

  /** The same, but waits for at least one, as long as is given. */
  async findWithin(
    question: { to: string | undefined; after: string | undefined },
    milliseconds: number,
  ): Promise<Message[]> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const found = this.find(question);
      const left = deadline - Date.now();
      if (found.length > 0 || left <= 0) return found;
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          this.#waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, left);
        this.#waiting.add(done);
      });
    }
  }
}

const indexOr = (messages: readonly Message[], id: string): number => {
  const index = messages.findIndex((message) => message.id === id);
  return index < 0 ? messages.length : index;
};

/** Addresses as they are compared: without spaces, in lower case. */
export const comparable = (address: string): string =>
  address
    .replace(/[\s().-]+(?=[\d\s().-]*$)/g, '')
    .trim()
    .toLowerCase();

/** Every address of the web in a message, once, in order. */
function linksIn(text: string, html: string): string[] {
  const hrefs = [...html.matchAll(/\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) =>
    (match[1] ?? match[2] ?? '').replaceAll('&amp;', '&'),
  );
  const written = text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [];
  return [...new Set([...written.map((link) => link.replace(/[.,;:!?]+$/, '')), ...hrefs])].filter((link) =>
    /^https?:/.test(link),
  );
}
