// The headers that every answer has, whoever gives it: pages, files, machine doors, refusals.
import type { ServerResponse } from 'node:http';

/**
 * Set before anybody answers, so that an answer may be stricter (a document is sandboxed, a link sends no referrer) and
 * none can forget them. The policy of pages is SvelteKit's own header (vite.config.ts); this is the same for the rest.
 */
export function guard(response: ServerResponse, isHttps: boolean): void {
  // Nobody's to keep, unless the answer says that it is the same for everybody.
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  response.setHeader('content-security-policy', policy);
  if (isHttps) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
