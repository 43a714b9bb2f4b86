import type { ServerResponse } from 'node:http';

/** Answers JSON that nobody may keep. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  mediaType = 'application/json',
): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'content-type': `${mediaType}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(response.req?.method === 'HEAD' ? undefined : text);
}
