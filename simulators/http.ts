// What the simulators share of HTTP. They import nothing from src/: agreeing with it must be no accident of shared code.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:http';

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

/** A request that the handler does not want to answer otherwise. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Listens on this machine only. `port` 0 takes a free one. */
export async function listen(port: number, handler: Handler): Promise<{ port: number; server: Server }> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 });
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    try {
      await handler(request, response, new URL(request.url ?? '/', 'http://simulator'));
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      const status = error instanceof Refusal ? error.status : 500;
      if (status === 500) console.error(error);
      json(response, status, { error: error instanceof Error ? error.message : 'failed' });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, server };
}

/** Stops taking connections and ends those that are open. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Reads a whole body, or refuses it with 413. */
export async function body(request: IncomingMessage, bytesMax = 64 * 1024): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > bytesMax) throw new Refusal(413, `more than ${bytesMax} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The JSON of a control request. A page of another site cannot send that media type without being asked first. */
export async function controlBody(request: IncomingMessage): Promise<unknown> {
  const text = await body(request);
  if (text.trim() === '') return {};
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new Refusal(415, 'send JSON');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'not JSON');
  }
}

export function json(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  response.end(text);
}

export function send(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  content: string | Uint8Array,
): void {
  response.writeHead(status, { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', ...headers });
  response.end(content);
}

/** A page of a simulator: no script at all, nothing from elsewhere. `formTargets` are where its forms may lead after a redirect. */
export function page(response: ServerResponse, status: number, html: Html, formTargets: readonly string[] = []): void {
  send(
    response,
    status,
    {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "frame-src 'self'",
        `form-action ${["'self'", ...formTargets].join(' ')}`,
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
    html.text,
  );
}

export function redirect(response: ServerResponse, location: string): void {
  send(response, 303, { location, 'cache-control': 'no-store' }, '');
}

/** Markup that has been escaped; only `html` makes it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
type Piece = string | number | Html | undefined | false | readonly Piece[];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const pieceText = (piece: Piece): string => {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(pieceText).join('');
  return escaped(String(piece));
};

/** A template in which every value is escaped. */
export const html = (parts: TemplateStringsArray, ...values: Piece[]): Html =>
  new Html(parts.map((part, index) => part + (index < values.length ? pieceText(values[index]) : '')).join(''));
