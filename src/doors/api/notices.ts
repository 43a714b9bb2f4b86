// Where providers post what happened. Taken in and stored, nothing else: what follows is done afterwards, at our own pace.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '#kernel/context.ts';
import { isOutage } from '#kernel/outage.ts';
import { answerJson } from './answer.ts';
import { answerProblem, plainProblem } from './problem.ts';

/** No provider sends more than a few kilobytes. */
const bodyBytesMax = 64 * 1024;

/**
 * `POST /notices/<provider>` with JSON, or `GET /notices/<provider>?…` from one whose notices are in their address alone.
 * 200 only once the notice is stored, so that a provider repeats one that was lost.
 */
export function answerNotice(context: Context, request: IncomingMessage, response: ServerResponse): void {
  receive(context, request, response).catch((error: unknown) => {
    const isAway = isOutage(error);
    context.log[isAway ? 'warn' : 'error']('notice failed', { error });
    if (response.headersSent) return;
    if (isAway) response.setHeader('retry-after', '30');
    answerProblem(response, plainProblem(isAway ? 503 : 500, 'The notice could not be stored.'));
  });
}

async function receive(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const provider = /^\/notices\/([a-z0-9-]{1,40})$/.exec((request.url ?? '').split('?', 1)[0] ?? '')?.[1];
  if (!provider) return answerProblem(response, plainProblem(404, 'No provider has this address.'));
  const body = await noticeIn(request, response);
  if (body === undefined) return;
  for (const capability of context.capabilities) {
    if (await capability.receiveNotice?.(context, { kind: 'provider', provider }, body)) {
      return answerJson(response, 200, { received: true });
    }
  }
  answerProblem(response, plainProblem(404, 'Nobody here knows this notice.'));
}

/** What the provider says: the JSON of its body, or `{query}`; nothing when that has been refused already. */
async function noticeIn(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const query = (request.url ?? '').split('?')[1];
  if (request.method === 'GET' && query) return { query: Object.fromEntries(new URLSearchParams(query)) };
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    answerProblem(response, plainProblem(405, 'Notices are posted.'));
    return undefined;
  }
  const text = await bodyOf(request);
  if (text === undefined) {
    // What is left of the body is not read: the connection ends with the answer.
    response.setHeader('connection', 'close');
    answerProblem(response, plainProblem(413, `A notice has at most ${bodyBytesMax} bytes.`));
    return undefined;
  }
  const body = jsonOf(text);
  if (body === undefined) answerProblem(response, plainProblem(400, 'The notice is not JSON.'));
  return body;
}

/** The body as text; nothing when it is longer than allowed. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  // Not destroyed when left early: the answer still has to go out on the same socket.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    bytes += part.length;
    if (bytes > bodyBytesMax) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
