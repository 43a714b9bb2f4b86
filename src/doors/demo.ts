import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * Hands a request on to the inbox simulator. Cookies of the portal never go there and it can set none: it is another
 * program that only shares the address.
 */
export function forwardToDemo(address: string, request: IncomingMessage, response: ServerResponse): void {
  const { cookie: _cookie, ...headers } = request.headers;
  // `/demo/../control` is the simulator's own business: what is not below /demo/ once it is read is not there.
  const target = request.url && URL.canParse(request.url, address) ? new URL(request.url, address) : undefined;
  if (!target?.pathname.startsWith('/demo/')) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('Nothing here.\n');
    return;
  }
  const onward = ask(target, { method: request.method, headers, timeout: 10_000 }, (answer) => {
    const { 'set-cookie': _set, ...rest } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, rest);
    answer.pipe(response);
  });
  const give = () => {
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('The inbox of the demo does not answer. Start the demo again with `npm start`.\n');
  };
  onward.on('timeout', () => onward.destroy());
  onward.on('error', give);
  request.pipe(onward);
}
