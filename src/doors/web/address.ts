// Addresses of our own pages: without their language, and never anybody else's.
import { isLanguage } from '#kernel/language.ts';

/** The address without its language: `/de/polizze` is `/polizze`. */
export function withoutLanguage(path: string): string {
  const [, first = ''] = path.split(/[/?]/, 2);
  if (first === 'it' || !isLanguage(first)) return fromRoot(path);
  return fromRoot(path.slice(first.length + 1));
}

/** One slash in front, never two: `/en//elsewhere.example` without its language would be another site's address. */
const fromRoot = (path: string): string => `/${path.replace(/^[/\\]+/, '')}`;

/**
 * An address of ours that came in from outside (`?torna=`, a form): nothing but a path of this site, or the fallback.
 * `//elsewhere.example` and `/\elsewhere.example` are other sites to a browser, and tabs and line ends are dropped by it.
 */
export function ownPath(value: unknown, otherwise = '/'): string {
  if (typeof value !== 'string' || value.length > 500 || !value.startsWith('/')) return otherwise;
  const own = 'http://own.invalid';
  const url = URL.canParse(value, own) ? new URL(value, own) : undefined;
  if (url?.origin !== own || url.pathname.startsWith('//')) return otherwise;
  return `${url.pathname}${url.search}`;
}

/** A page of ours from which a way leads back to another one; the page itself when `back` is empty. */
export const withWayBack = (path: string, back: string): string =>
  back ? `${path}?torna=${encodeURIComponent(back)}` : path;

/** The page of ours that one came from, as `withWayBack` says it, without its language; empty when none is said. */
export function wayBackFrom(search: URLSearchParams): string {
  const path = withoutLanguage(ownPath(search.get('torna'), ''));
  return path === '/' ? '' : path;
}
