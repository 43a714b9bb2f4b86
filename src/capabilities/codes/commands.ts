// Sending and checking. Every function works in the caller's transaction, which commits whatever the answer is: a wrong
// try that were rolled back would be a free one.
import type { Context, Transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { type Limit, left, type Taken, take } from '#kernel/limits.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { hmac } from '#kernel/secrets.ts';
import { isCodeOf, readToken } from './derivation.ts';
import { afterWrong, type CodeReason, linkNone, mayTry, none, type Purpose, type Send } from './rules.ts';
import { olderSendsMax, settings } from './settings.ts';
import {
  type About,
  countWrong,
  endAll,
  insertSend,
  lockSubject,
  markUsed,
  newestSends,
  nextNumber,
} from './store.server.ts';
import { readLink, withReference } from './views.ts';

/** Makes a new send of a subject; the ones before it are void from now on. The message goes out in the same transaction. */
export async function newSend(
  tx: Transaction,
  wanted: About & { digits: 4 | 6; statementHash?: string; validSeconds: number; linkValidSeconds?: number },
): Promise<Send> {
  const { purpose, subject, digits } = wanted;
  const sentAt = tx.clock.now();
  const send = {
    purpose,
    subject,
    sendNumber: await nextNumber(tx, { purpose, subject }),
    digits,
    statementHash: wanted.statementHash ?? '',
    sentAt,
    expiresAt: plusSeconds(sentAt, wanted.validSeconds),
    linkExpiresAt: wanted.linkValidSeconds === undefined ? undefined : plusSeconds(sentAt, wanted.linkValidSeconds),
    triesLeft: tx.settings.value(settings.triesMax),
    usedAt: undefined,
    linkUsedAt: undefined,
  };
  await insertSend(tx, send);
  return withReference(tx, send);
}

/**
 * Compares a typed code with the newest send of a subject, and consumes it when it is right. A wrong one, an older one
 * included, counts as a try. The caller commits in every case.
 */
export async function check(tx: Transaction, typed: About & { code: string }): Promise<Outcome<Send, CodeReason>> {
  if (!(await lockSubject(tx, typed))) return no(none);
  const [newest, ...before] = await newestSends(tx, typed, 1 + olderSendsMax);
  const open = mayTry(newest && withReference(tx, newest), tx.clock.now());
  if (!open.ok) return open;
  const code = typed.code.replace(/\D/g, '');
  const isRight = isCodeOf(tx.keys, open.value, code);
  const isOlder = before.map((send) => isCodeOf(tx.keys, send, code)).includes(true);
  if (!isRight) return no(afterWrong(await countWrong(tx, open.value), isOlder));
  await markUsed(tx, open.value, 'used_at');
  return yes(open.value);
}

/** Consumes a link. What `readLink` said may have changed since, so it is asked again under the lock. */
export async function useLink(tx: Transaction, purpose: Purpose, token: string): Promise<Outcome<Send, CodeReason>> {
  const said = readToken(token);
  if (!said || !(await lockSubject(tx, { purpose, subject: said.subject }))) return no(linkNone);
  const link = await readLink(tx, purpose, token);
  if (link.ok) await markUsed(tx, link.value, 'link_used_at');
  return link;
}

/** Ends the codes and links of a subject: what they were for has been done, or will not be. */
export const endSends = (tx: Transaction, about: About): Promise<void> => endAll(tx, about);

/**
 * Takes a place from the limits on messages asked for without signing in: per contact, per network address, overall.
 * Their keys are their own: what a stranger asks for never uses up what a signed-in customer needs.
 */
export async function takeStrangerSend(context: Context, asked: { value: string; address: string }): Promise<Taken> {
  const of = (setting: keyof typeof settings): number => context.settings.value(settings[setting]);
  return take(context, [
    ...contactLimits(context, asked.value),
    { key: `stranger:address:${asked.address}`, max: of('perAddressHour'), windowSeconds: 3_600 },
    { key: 'stranger:overall', max: of('overallHour'), windowSeconds: 3_600 },
  ]);
}

/**
 * A place for one contact, where what was asked for has taken its place already and only then turned out to be about this
 * contact (a forgotten username is asked for by codice fiscale). A contact that has got enough gets nothing more; but the
 * place is one of its own: if it were one of the contact's, who asks by codice fiscale and then for a contact would see in
 * the limits of the second whether it belongs to the first (REG-6).
 */
export async function takeContactSend(context: Context, value: string): Promise<Taken> {
  for (const limit of contactLimits(context, value)) {
    const { left: places, freeAt } = await left(context, limit);
    if (places === 0) return { ok: false, key: limit.key, freeAt: freeAt ?? context.clock.now() };
  }
  return take(context, contactLimits(context, value, 'reminder'));
}

function contactLimits(context: Context, value: string, who: 'stranger' | 'reminder' = 'stranger'): Limit[] {
  // Contacts are no plain text in a table of counts.
  const contact = hmac(context.keys.current('limits'), value).toString('hex').slice(0, 32);
  return [
    {
      key: `${who}:contact-hour:${contact}`,
      max: context.settings.value(settings.perContactHour),
      windowSeconds: 3_600,
    },
    {
      key: `${who}:contact-day:${contact}`,
      max: context.settings.value(settings.perContactDay),
      windowSeconds: 86_400,
    },
  ];
}
