// What is outside, for tests whose subject is not the wire: messages are collected, files lie in memory, nothing can be
// paid online. The wire itself is tested with the real adapters against simulators/ (simulator.ts).
import { randomUUID } from 'node:crypto';
import { argon2Hasher } from '#adapters/argon2/index.ts';
import { typstPrinter } from '#adapters/pdf/index.ts';
import type { Email, TextMessage } from '#capabilities/messages/sender.ts';
import type { Ports } from '#kernel/context.ts';
import { sha256 } from '#kernel/secrets.ts';

/** Everything that left, oldest first. */
export type Outbox = { emails: Email[]; texts: TextMessage[] };

export function portsOfTests(outbox: Outbox): Ports {
  const files = new Map<string, Uint8Array>();
  return {
    sender: {
      async email(message) {
        outbox.emails.push(message);
        return { kind: 'sent', id: message.messageId };
      },
      async sms(message) {
        outbox.texts.push(message);
        return { kind: 'sent', id: message.key };
      },
    },
    storage: {
      async store(content) {
        const key = randomUUID();
        files.set(key, Uint8Array.from(content));
        return { key, bytes: content.byteLength, sha256: sha256(content) };
      },
      async read(file) {
        const content = files.get(file.key);
        if (!content) return { kind: 'missing' };
        return sha256(content).equals(file.sha256) ? { kind: 'intact', content } : { kind: 'damaged' };
      },
      async check() {},
    },
    // The real one, cheap: a test is not what is to be slowed down.
    passwords: argon2Hasher({ memoryKib: 1_024, passes: 1 }),
    // The real one: it loads at the first document.
    printer: typstPrinter(),
    payment: [],
  };
}
