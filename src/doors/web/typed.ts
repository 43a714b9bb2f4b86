// What somebody had typed when a fault came between: shown again, to be sent again (ACC-12). It goes back in the answer
// itself, because a database that is away can keep nothing.
import type { RequestEvent } from '@sveltejs/kit';
import { isSecret } from './form.ts';

export type Typed = {
  /** Where the form went, with its action. */
  action: string;
  /** The page it stood on, without language. */
  page: string;
  fields: { name: string; value: string; isLong: boolean }[];
  /** Passwords, codes and files are never given back: then the form has to be filled in on its page. */
  canSendAgain: boolean;
};

/** Longer than this it is shown, so that it can be copied; shorter it only goes along. */
const shownFrom = 60;
/** As much as a kept form holds. */
const charactersMax = 64_000;

/** The fields of a form that was posted; nothing when there was none, or too much to give back. */
export async function typedBefore(event: Pick<RequestEvent, 'request' | 'url' | 'locals'>): Promise<Typed | undefined> {
  const { request, url, locals } = event;
  if (request.method !== 'POST') return undefined;
  // An upload that nobody has read yet is not read for this.
  const isPlain = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  const canRead = isPlain && !request.bodyUsed;
  const form = locals.typed ?? (canRead ? await request.formData().catch(() => undefined) : undefined);
  return form && typedIn(form, url);
}

/** Pure: what may be given back of a form that was posted to this address. */
export function typedIn(form: FormData, url: Pick<URL, 'pathname' | 'search'>): Typed | undefined {
  const fields: Typed['fields'] = [];
  let canSendAgain = true;
  let characters = 0;
  for (const [name, value] of form) {
    if (typeof value !== 'string' || isSecret(name)) {
      canSendAgain = false;
      continue;
    }
    characters += name.length + value.length;
    fields.push({ name, value, isLong: value.length > shownFrom || value.includes('\n') });
  }
  if (characters > charactersMax) return undefined;
  return { action: `${url.pathname}${url.search}`, page: url.pathname, fields, canSendAgain };
}
