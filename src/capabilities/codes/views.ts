// What pages and messages ask about codes.
import type { Context } from '#kernel/context.ts';
import { no, type Outcome } from '#kernel/outcome.ts';
import { isLinkOf, readToken, type Secrets, secretsFrom } from './derivation.ts';
import {
  type CodeReason,
  type Derivable,
  linkNone,
  mayFollow,
  type Purpose,
  type Send,
  type SendState,
} from './rules.ts';
import { type About, newestSends, type Stored } from './store.server.ts';

/** The code, reference and link token of one send, for the blocks of its message only: nothing else may hold them. */
export const secretsOf = (context: Context, send: Derivable): Secrets => secretsFrom(context.keys, send);

/** The newest send of a subject with what has become of it; `sendNumber` is how many there were. */
export async function newestOf(context: Context, about: About): Promise<SendState | undefined> {
  const [newest] = await newestSends(context, about, 1);
  return newest && withReference(context, newest);
}

/** Looks at a link without acting: mail scanners open links (REG-10). The send of the link, or why it leads nowhere. */
export async function readLink(context: Context, purpose: Purpose, token: string): Promise<Outcome<Send, CodeReason>> {
  const said = readToken(token);
  if (!said) return no(linkNone);
  const sends = await newestSends(context, { purpose, subject: said.subject }, linkSendsMax);
  const meant = sends.find((send) => send.sendNumber === said.sendNumber);
  const [newest] = sends;
  // A token is checked before anything is said about it: a made-up one is never "older" or "expired".
  if (!meant || !newest || !isLinkOf(context.keys, meant, token)) return no(linkNone);
  return mayFollow(said, withReference(context, newest), context.clock.now());
}

/** How far back an old link is still recognised as such. */
const linkSendsMax = 50;

export const withReference = (context: Context, send: Stored): SendState => ({
  ...send,
  reference: secretsFrom(context.keys, send).reference,
});
