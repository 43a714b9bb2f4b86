// A notice that the next page shows once: the result of what was just done, after the redirect.
import type { RequestEvent } from '@sveltejs/kit';
import { hmac, sameText } from '#kernel/secrets.ts';
import { cookieOptions, prefixed } from './cookies.server.ts';
import it from './words/it.json' with { type: 'json' };
import { say, type WebWords } from './words/say.ts';

const before = 'web.notice_';
/** The sentences a notice may say: `signed_out` is `web.notice_signed_out` of the shell's words. */
export type NoticeKey = keyof WebWords extends infer Key
  ? Key extends `web.notice_${infer Name}`
    ? Name
    : never
  : never;
export type NoticeTone = 'ok' | 'info' | 'warn';
export type ShownNotice = { tone: NoticeTone; text: string };

const purpose = 'notice';
type Event = Pick<RequestEvent, 'cookies' | 'locals'>;

/** Shows a sentence at the top of the next page. The cookie holds its key and a signature, and nothing of anybody. */
export function setNotice(event: Event, key: NoticeKey, tone: NoticeTone = 'ok'): void {
  const content = `${tone}.${key}`;
  const signature = signed(event, content);
  event.cookies.set(prefixed(event, 'notice'), `${content}.${signature}`, cookieOptions(event));
}

/** The notice that waits, and forgets it. Nothing when there is none or somebody else wrote it. */
export function takeNotice(event: Event): ShownNotice | undefined {
  const cookie = event.cookies.get(prefixed(event, 'notice'));
  if (!cookie) return undefined;
  event.cookies.delete(prefixed(event, 'notice'), cookieOptions(event));
  const [tone = '', name = '', signature = ''] = cookie.split('.');
  const key = `${before}${name}`;
  if (!isTone(tone) || !isWord(key)) return undefined;
  if (!sameText(signature, signed(event, `${tone}.${name}`))) return undefined;
  return { tone, text: say(event.locals.language)(key) };
}

const signed = (event: Event, content: string): string =>
  hmac(event.locals.context.keys.current(purpose), content).toString('base64url').slice(0, 22);
const isTone = (value: string): value is NoticeTone => value === 'ok' || value === 'info' || value === 'warn';
const isWord = (key: string): key is `web.notice_${NoticeKey}` => Object.hasOwn(it, key) && key.startsWith(before);
