// Text messages by a provider that takes JSON over HTTP: `{ to, text, reference }` in, `{ id }` out.
import { z } from 'zod';
import type { Delivery, Sender } from '#capabilities/messages/sender.ts';
import { exchange, unknownJson } from '../exchange.ts';

const accepted = z.object({ id: z.string().min(1).max(200) });

export type SmsOptions = {
  /** Where messages are posted; a name and password in it go as basic authentication. Empty: there is no provider. */
  url: string;
  timeoutSeconds?: number;
};

/** `reference` is our key: the provider sends one message for it, however often it is posted. */
export function smsSender({ url, timeoutSeconds = 10 }: SmsOptions): Pick<Sender, 'sms'> {
  return {
    async sms(message): Promise<Delivery> {
      if (url === '') return { kind: 'failed', isPermanent: true, why: 'not_configured' };
      const { address, authorization } = withoutCredentials(url);
      const answer = await exchange({
        address,
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          ...(authorization && { authorization }),
        },
        body: JSON.stringify({ to: message.to, text: message.text, reference: message.key }),
        timeoutSeconds,
        bytesMax: 64 * 1024,
      });
      if (answer.kind === 'silent') {
        return { kind: 'failed', isPermanent: false, why: answer.why === 'unreadable' ? 'fault' : answer.why };
      }
      return deliveryOf(answer.status, answer.body);
    },
  };
}

function deliveryOf(status: number, body: string): Delivery {
  if (status === 200 || status === 201 || status === 202) {
    const told = accepted.safeParse(unknownJson(body));
    return told.success ? { kind: 'sent', id: told.data.id } : { kind: 'failed', isPermanent: false, why: 'fault' };
  }
  if (status === 401 || status === 403) return { kind: 'failed', isPermanent: false, why: 'authentication' };
  if (status === 429) return { kind: 'failed', isPermanent: false, why: 'deferred' };
  // The number itself is refused: the same message would be refused again.
  if (status === 400 || status === 422) return { kind: 'failed', isPermanent: true, why: 'recipient_refused' };
  return { kind: 'failed', isPermanent: false, why: 'fault' };
}

function withoutCredentials(url: string): { address: URL; authorization?: string } {
  const address = new URL(url);
  const { username, password } = address;
  if (username === '' && password === '') return { address };
  address.username = '';
  address.password = '';
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { address, authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}
