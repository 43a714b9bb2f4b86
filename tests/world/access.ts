// People with a real password, and browsers at the door, for the tests of access and registration.
import { capability as access, newBrowser } from '#capabilities/access/index.ts';
import { capability as codes } from '#capabilities/codes/index.ts';
import { capability as contacts } from '#capabilities/contacts/index.ts';
import { capability as messages } from '#capabilities/messages/index.ts';
import { capability as parties } from '#capabilities/parties/index.ts';
import type { Instant } from '#kernel/days.ts';
import type { Visitor } from '#kernel/viewer.ts';
import type { World } from './context.ts';
import {
  type GivenAccount,
  type GivenContact,
  type GivenParty,
  givenAccount,
  givenContact,
  givenParty,
} from './rows.ts';

export const accessCapabilities = [messages, parties, codes, contacts, access];

let visitors = 0;

/** A visitor in a browser and at a network address of its own, as the hook makes one at a POST. */
export async function givenVisitor(
  world: World,
  over: { address?: string; label?: string } = {},
): Promise<Visitor & { browserId: string; browserToken: string }> {
  const browser = await newBrowser(world.context, { label: over.label ?? 'Firefox, Linux' });
  return {
    kind: 'visitor',
    language: 'it',
    address: over.address ?? `2001:db8:0:${(++visitors).toString(16)}::/64`,
    browserId: browser.id,
    browserToken: browser.token,
  };
}

export const goodPassword = 'quattro parole messe insieme';

/** Somebody with an account whose password is `goodPassword`; with a confirmation contact unless `null`. */
export async function givenRegistered(
  world: World,
  over: {
    state?: 'active' | 'locked' | 'frozen' | 'cancelled';
    lastUsedAt?: Instant;
    confirmation?: null;
    username?: { kind: 'email' | 'mobile'; value?: string };
  } = {},
): Promise<{ party: GivenParty; account: GivenAccount; username: string; confirmation: GivenContact | undefined }> {
  const party = await givenParty(world.context);
  const username = await givenContact(world.context, party.id, over.username ?? { kind: 'email' });
  const confirmation =
    over.confirmation === null ? undefined : await givenContact(world.context, party.id, { kind: 'mobile' });
  const passwordHash = await world.context.ports.passwords.hash(goodPassword);
  const account = await givenAccount(world.context, party.id, {
    username,
    ...(confirmation && { confirmation }),
    ...(over.state && { state: over.state }),
    lastUsedAt: over.lastUsedAt ?? world.clock.now(),
    passwordHash,
  });
  return { party, account, username: username.value, confirmation };
}

/** Everything that left for a contact, as plain text, oldest first. */
export const sentTo = (world: World, value: string): string[] => [
  ...world.outbox.emails.filter((email) => email.to === value).map((email) => `${email.subject}\n${email.text}`),
  ...world.outbox.texts.filter((text) => text.to === value).map((text) => text.text),
];

/** The code in the newest message to a contact. */
export function codeIn(world: World, value: string, digits: 4 | 6): string {
  const message = sentTo(world, value).at(-1) ?? '';
  const found = new RegExp(`(?<!\\d)\\d{${digits}}(?!\\d)`).exec(message);
  if (!found) throw new Error(`no code of ${digits} digits in: ${message}`);
  return found[0];
}

/** The token of the link in the newest message to a contact. */
export function linkIn(world: World, value: string): string {
  const message = sentTo(world, value).at(-1) ?? '';
  const found = /\/link\/([0-9a-z-]+)/.exec(message);
  if (!found?.[1]) throw new Error(`no link in: ${message}`);
  return found[1];
}

/** The code of an outcome's first reason, or yes. */
export const answerOf = (outcome: { ok: boolean; reasons?: { code: string }[] }): string | undefined =>
  outcome.ok ? 'yes' : outcome.reasons?.[0]?.code;
