// The SMS provider: POST /sms { to, text, reference } → { id }.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { controlBody, json } from '../http.ts';
import type { Box } from './box.ts';
import type { Switches } from './switches.ts';

const shape = z.object({
  to: z.string().regex(/^\+[1-9]\d{6,14}$/),
  text: z.string().min(1).max(1600),
  reference: z.string().min(1).max(100).optional(),
});

export async function takeText(
  box: Box,
  switches: Switches,
  call: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = shape.safeParse(await controlBody(call));
  if (switches.sms === 'drop') return void response.destroy();
  if (switches.sms === 'outage') return json(response, 503, { error: 'unavailable' });
  if (!given.success) return json(response, 400, { error: z.prettifyError(given.error) });
  if (switches.sms === 'refuse') return json(response, 400, { error: 'this number takes no messages' });
  const { to, text, reference = randomUUID() } = given.data;
  const message =
    box.byReference(reference) ??
    box.add({
      channel: 'sms',
      to,
      from: { name: senderIn(text), address: '' },
      subject: '',
      text,
      html: '',
      at: new Date().toISOString(),
      messageId: '',
      reference,
      attachments: [],
    });
  if (switches.sms === 'lost') return void response.destroy();
  json(response, 200, { id: message.id });
}

/** The name a phone would show: what stands before the first colon of the text. */
const senderIn = (text: string): string => /^([\p{L}\d][\p{L}\d .'’&-]{1,19}):\s/u.exec(text)?.[1] ?? 'SMS';

const gsmBasic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const gsmDouble = '^{}\\[~]|€';

/** How many messages an operator would send and charge (3GPP TS 23.038): 160 or 153 characters each, 70 or 67 with others. */
export function segmentsOf(text: string): number {
  let septets = 0;
  for (const character of text) {
    if (gsmBasic.includes(character)) septets += 1;
    else if (gsmDouble.includes(character)) septets += 2;
    else return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  }
  return septets <= 160 ? 1 : Math.ceil(septets / 153);
}
