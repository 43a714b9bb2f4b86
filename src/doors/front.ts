// Every request comes through here first: machine doors, the demo's inbox, then the pages.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Program } from '#compose.ts';
import { answerHealth } from '#doors/api/health.ts';
import { answerNotice } from '#doors/api/notices.ts';
import { addressHeader, networkAddress, proxiesIn, routeHeader } from './address.ts';
import { forwardToDemo } from './demo.ts';
import { guard } from './guard.ts';

export type Front = (request: IncomingMessage, response: ServerResponse, pages: () => void) => void;

/** Builds the front door of a running program. Room for `/api` and `/oidc` is here, before the pages. */
export function frontDoor(program: Program): Front {
  const { text } = program.context.settings;
  const own = new URL(text.publicAddress);
  const trustedProxies = proxiesIn(text.trustedProxies);
  const isLocal = isLoopback(own.hostname);

  return (request, response, pages) => {
    guard(response, own.protocol === 'https:');
    measure(program.context, request, response);
    const target = request.url ?? '/';
    // Whole addresses and `*` are for proxies; no browser and no provider sends them here.
    // A NUL is in nothing of ours, and PostgreSQL takes none.
    if (!target.startsWith('/') || target.includes('%00')) return refuse(response, 400);
    const path = target.split('?', 1)[0] ?? '/';
    if (answerHealth(program, path, response)) return;
    if (path.startsWith('/notices/')) {
      request.headers[routeHeader] = '/notices/[provider]';
      return answerNotice(program.context, request, response);
    }
    const host = request.headers.host ?? own.host;
    // One name only, so that cookies and links cannot be split over two; the demo takes loopback names as they come.
    const isOwnHost = host === own.host || (isLocal && isLoopback(hostName(host)));
    if (!isOwnHost) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 421);
      return refuse(response, 308, { location: own.origin + target });
    }
    if (text.demoAddress && path.startsWith('/demo/')) return forwardToDemo(text.demoAddress, request, response);
    // SvelteKit's adapter believes https unless told; what a client sends in these headers is overwritten.
    request.headers['x-sportello-protocol'] = own.protocol.slice(0, -1);
    request.headers['x-sportello-host'] = host;
    request.headers[addressHeader] = networkAddress(request, trustedProxies);
    pages();
  };
}

/** One observation for each request, when its answer has ended; health and whatever was refused here are `none`. */
function measure({ meter }: Program['context'], request: IncomingMessage, response: ServerResponse): void {
  const start = performance.now();
  delete request.headers[routeHeader];
  meter.add('http_requests_under_way', 1);
  response.once('close', () => {
    meter.add('http_requests_under_way', -1);
    const route = String(request.headers[routeHeader] ?? (request.url?.startsWith('/_app/') ? 'assets' : 'none'));
    const method = /^(GET|HEAD|POST)$/.test(request.method ?? '') ? String(request.method) : 'other';
    // Who went away before the end saw nothing, whatever the status would have been.
    const status = response.writableFinished ? String(response.statusCode) : 'left';
    meter.observe('http_request_seconds', { method, route, status }, (performance.now() - start) / 1000);
  });
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers);
  response.end();
}

/** The name in a Host header; whatever else stands there is nobody's. */
const hostName = (host: string): string => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '');

const isLoopback = (name: string): boolean =>
  name === 'localhost' || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name);
