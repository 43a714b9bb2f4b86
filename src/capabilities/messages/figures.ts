// What operators watch of sending: depth and age by channel.
import type { Context } from '#kernel/context.ts';
import { secondsBetween } from '#kernel/days.ts';
import type { Figure } from '#kernel/meter.ts';
import { messageCounts } from './figures-store.server.ts';

export async function figures(context: Context): Promise<readonly Figure[]> {
  const rows = await messageCounts(context);
  const now = context.clock.now();
  const waits = (channel: string) =>
    Math.max(
      0,
      ...rows.flatMap((row) =>
        row.channel === channel && row.waiting_since ? [secondsBetween(row.waiting_since, now)] : [],
      ),
    );
  return [
    ...rows.map(({ channel, state, messages }) => ({
      name: 'messages' as const,
      labels: { channel, state },
      value: messages,
    })),
    ...['email', 'sms'].map((channel) => ({
      name: 'messages_oldest_seconds' as const,
      labels: { channel },
      value: waits(channel),
    })),
  ];
}
