// Queueing: the one way a message leaves. [INT-3]
import type { Transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { MessageKind } from '#kernel/message.ts';
import { insertMessage } from './store.server.ts';
import { sendNow } from './tasks.ts';

/** Where a message goes and in which language. `partyId` when it goes to somebody the core system knows. */
export type Recipient = {
  kind: 'email' | 'mobile';
  value: string;
  partyId?: string | undefined;
  language: Language;
};

/**
 * Queues a message within the caller's transaction: it is sent when, and only when, that commits. The first try starts
 * right after the commit, because a code must not wait for a sweep. Facts hold no code and no secret. Returns the id
 * by which `deliveriesOf` tells what became of it.
 */
export async function queue<F>(tx: Transaction, kind: MessageKind<F>, to: Recipient, facts: F): Promise<string> {
  const queuedAt = tx.clock.now();
  const id = newId(Date.parse(queuedAt));
  await insertMessage(tx, {
    id,
    kind: kind.kind,
    channel: to.kind === 'email' ? 'email' : 'sms',
    destination: to.value,
    partyId: to.partyId ?? null,
    language: to.language,
    facts: kind.facts.parse(facts),
    queuedAt,
    usefulUntil: plusSeconds(queuedAt, kind.usefulMinutes * 60),
  });
  const { outside } = tx;
  tx.afterCommit(() => outside.background.start('messages.send', () => sendNow(outside, id)));
  return id;
}
