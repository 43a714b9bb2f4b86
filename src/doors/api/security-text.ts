// Where a weakness is reported (RFC 9116), as SECURITY.md promises.
import type { ServerResponse } from 'node:http';
import type { Context } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';

const path = '/.well-known/security.txt';
/** RFC 9116 §2.5.5 wants less than a year, so that a stale copy is known as one. */
const validSeconds = 180 * 86_400;

/** Answers when the path is the one of the file; false leaves the request to others. */
export function answerSecurityText(context: Context, asked: string, response: ServerResponse): boolean {
  if (asked !== path) return false;
  const { supportMail, publicAddress } = context.settings.text;
  const lines = [
    `Contact: mailto:${supportMail}`,
    `Expires: ${plusSeconds(context.clock.now(), validSeconds)}`,
    'Preferred-Languages: it, en, de',
    `Canonical: ${new URL(path, publicAddress).href}`,
  ];
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(response.req?.method === 'HEAD' ? undefined : `${lines.join('\n')}\n`);
  return true;
}
