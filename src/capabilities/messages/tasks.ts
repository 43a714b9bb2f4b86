// Sending: right after the commit, and by a sweep that is only the net under it. [INT-3]

import type { Context } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { isLanguage, type Language } from '#kernel/language.ts';
import type { Message, MessageKind } from '#kernel/message.ts';
import type { Schedule } from '#kernel/tasks.ts';
import { framed } from './frame/index.ts';
import { type Answer, fateOf, mayBeSentAgain } from './rules.ts';
import { settings, sideBySide } from './settings.ts';
import { type Held, hold, markSending, settle, waitingIds } from './store.server.ts';

/** Sends one message if it is this process that gets hold of it; does nothing when it has left, waits or is held. */
export async function sendNow(context: Context, id: string): Promise<void> {
  const now = context.clock.now();
  const lease = plusSeconds(now, context.settings.value(settings.leaseSeconds));
  const held = await hold(context, id, now, lease);
  if (!held) return;
  if (now > held.usefulUntil) {
    measure(context, held, 'expired');
    return settle(context, held, { state: 'expired', failure: 'too_late' });
  }
  const kind = kindOf(context, held.kind);
  // A newer version of the program queued it and will send it: the lease keeps it from being looked at all the time.
  if (!kind) return context.log.warn('message of an unknown kind', { messageKind: held.kind });
  const language = isLanguage(held.language) ? held.language : 'it';
  const message = await kind.blocks(context, kind.facts.parse(held.facts), language);
  const carriesCode = message.blocks.some((block) => block.kind === 'code');
  if (held.wasSending && !mayBeSentAgain({ channel: held.channel, carriesCode })) {
    measure(context, held, 'failed');
    return settle(context, held, { state: 'failed', failure: 'interrupted' });
  }
  if (!(await markSending(context, held))) return;
  const answer = await handOver(context, held, message, language);
  await conclude(context, held, answer);
}

// biome-ignore lint/suspicious/noExplicitAny: kinds with different facts in one list; each reads its own by its schema
function kindOf(context: Context, name: string): MessageKind<any> | undefined {
  return context.capabilities.flatMap((capability) => capability.messages ?? []).find((kind) => kind.kind === name);
}

async function handOver(context: Context, held: Held, message: Message, language: Language): Promise<Answer> {
  if (held.channel === 'sms') {
    return context.ports.sender.sms({ to: held.destination, text: message.sms, key: held.id });
  }
  const { publicAddress, mailFrom } = context.settings.text;
  return context.ports.sender.email({
    to: held.destination,
    from: mailFrom,
    ...framed(context, message, language),
    ...(message.attachments && { attachments: message.attachments }),
    messageId: `<${held.id}@${new URL(publicAddress).hostname}>`,
  });
}

async function conclude(context: Context, held: Held, answer: Answer): Promise<void> {
  const now = context.clock.now();
  const tries = held.tries + 1;
  const triesMax = context.settings.value(settings.triesMax);
  const fate = fateOf(answer, { tries, triesMax, usefulUntil: held.usefulUntil, now });
  await settle(context, held, fate.state === 'sent' ? { ...fate, sentAt: now } : fate);
  measure(context, held, fate.state);
  const seen = { messageKind: held.kind, channel: held.channel, tries, state: fate.state };
  if (fate.state === 'sent') context.log.info('message sent', seen);
  else context.log.warn('message not sent', { ...seen, reason: fate.failure });
}

/** `queued` is a try that failed and will be made again. A kind that carries a code is called so. */
function measure({ meter }: Context, { kind, channel }: Held, outcome: string): void {
  meter.count('messages_total', { kind, channel, outcome });
  if (kind.endsWith('code')) meter.count('codes_total', { channel, outcome });
}

/** Sends what is still waiting; one message that cannot be made does not hold back the others. */
export async function sweep(context: Context): Promise<void> {
  const waiting = await waitingIds(context, context.clock.now(), context.settings.value(settings.sweepMax));
  const sendOneByOne = async () => {
    for (let id = waiting.shift(); id; id = waiting.shift()) {
      try {
        await sendNow(context, id);
      } catch (error) {
        context.log.error('message could not be made', { task: 'messages.sweep', error });
      }
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, sendOneByOne));
}

export const sweepWaiting: Schedule = { name: 'messages.sweep', cron: '* * * * *', run: sweep };
