// What was typed when the session had ended. [ACC-12]
// Encrypted with a key that only the browser's cookie opens: neither the database nor a backup can read it.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import type { Customer } from '#kernel/viewer.ts';
import { keepableFields } from '../rules/kept-forms.ts';
import { keptFormBytesMax } from '../settings.ts';
import { browserWith } from '../store/browsers.server.ts';
import { takeKeptForm, writeKeptForm } from '../store/kept-forms.server.ts';
import { tokenHash } from '../tokens.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const fields = z.record(z.string(), z.string());

type Owner = { browserToken: string; accountId: string; path: string };

/** Keeps the text of a form for an account and this browser; false when there is nothing to keep or too much. */
export async function keepForm(context: Context, input: Owner & { form: FormData }): Promise<boolean> {
  const kept = keepableFields(input.form);
  const text = JSON.stringify(kept);
  if (Object.keys(kept).length === 0 || Buffer.byteLength(text) > keptFormBytesMax) return false;
  const browser = await browserWith(context, tokenHash(input.browserToken));
  if (!browser) return false;
  const content = sealed(context, input, text);
  await writeKeptForm(context, { browserId: browser.id, accountId: input.accountId, path: input.path, content });
  return true;
}

/** What was kept for who is signed in now, once; nothing when it is too old or for somebody else. */
export async function takeForm(
  context: Context,
  viewer: Customer,
  browserToken: string,
): Promise<{ path: string; values: Record<string, string> } | undefined> {
  const kept = await takeKeptForm(context, viewer.browserId, viewer.accountId);
  if (!kept || kept.expiresAt < context.clock.now()) return undefined;
  const text = opened(context, { browserToken, accountId: kept.accountId, path: kept.path }, kept.content);
  return text === undefined ? undefined : { path: kept.path, values: fields.parse(JSON.parse(text)) };
}

/** One key for each browser and account; the server's part makes the cookie alone useless. */
const keyFor = (secret: Buffer, { browserToken, accountId }: Owner): Buffer =>
  Buffer.from(hkdfSync('sha256', browserToken, secret, `kept form of ${accountId}`, 32));

function sealed(context: Context, owner: Owner, text: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, keyFor(context.keys.current('kept-forms'), owner), nonce);
  sealing.setAAD(Buffer.from(owner.path));
  return Buffer.concat([nonce, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()]);
}

/** The text again, or nothing when no accepted key opens it. */
function opened(context: Context, owner: Owner, content: Buffer): string | undefined {
  const nonce = content.subarray(0, nonceBytes);
  const tag = content.subarray(-tagBytes);
  for (const secret of context.keys.accepted('kept-forms')) {
    try {
      const opening = createDecipheriv(cipher, keyFor(secret, owner), nonce, { authTagLength: tagBytes });
      opening.setAAD(Buffer.from(owner.path));
      opening.setAuthTag(tag);
      return opening.update(content.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + opening.final('utf8');
    } catch {
      // Not the key it was sealed with: the cookie has changed, or the secret has been rotated.
    }
  }
  return undefined;
}
