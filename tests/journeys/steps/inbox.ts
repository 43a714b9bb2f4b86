// What reached the inbox of the demo: read as JSON, waited for by its own `?wait=` (docs/reference/simulators.md).
import { expect } from '@playwright/test';
import type { TestPortal } from '../../world/portal.ts';

export type Message = { id: string; to: string; subject: string; text: string; html: string; links: string[] };

async function read(portal: TestPortal, query: Record<string, string>): Promise<Message[]> {
  const url = new URL('/demo/inbox.json', portal.inbox.address);
  url.search = String(new URLSearchParams(query));
  return ((await (await fetch(url)).json()) as { messages: Message[] }).messages;
}

/** Every message to this contact, newest first. */
export const messagesTo = (portal: TestPortal, to: string): Promise<Message[]> => read(portal, { to });

/** The message that something brings to a contact; older ones do not count. */
export async function messageBroughtBy(portal: TestPortal, to: string, act: () => Promise<unknown>): Promise<Message> {
  const [newest] = await messagesTo(portal, to);
  await act();
  for (let patience = 3; patience > 0; patience -= 1) {
    const [message] = await read(portal, { to, ...(newest && { after: newest.id }), wait: '8' });
    if (message) return message;
  }
  throw new Error(`nothing came to ${to}`);
}

/** The code of a message: the line that browsers read in an SMS, the beginning of the subject of an e-mail. */
export function codeIn(message: Message): string {
  const code = /^@\S+ #(\d+)$/m.exec(message.text)?.[1] ?? /^(\d{4,6})\b/.exec(message.subject)?.[1];
  expect(code, `a code in «${message.subject} ${message.text}»`).toBeDefined();
  return code ?? '';
}

/** A code of as many digits that is another one. */
export const anotherThan = (code: string): string => code.slice(0, -1) + String((Number(code.slice(-1)) + 1) % 10);

/** The address in a message that goes to this place of ours. */
export function linkIn(message: Message, path: string): string {
  const link = message.links.find((one) => new URL(one).pathname.includes(path));
  expect(link, `a link to ${path} in «${message.text}»`).toBeDefined();
  return link ?? '';
}
