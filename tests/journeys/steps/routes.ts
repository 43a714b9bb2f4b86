// The pages there are, read from the router's folder: a page that nobody has listed in a walk fails a test.
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from '../../../scripts/cluster/places.ts';

/** `(cliente)/polizze/[polizza]/+page.svelte` is `/polizze/[polizza]`. */
export const pageRoutes: readonly string[] = readdirSync(join(root, 'src/doors/web/routes'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('+page.svelte'))
  .map((file) =>
    file
      .split(sep)
      .slice(0, -1)
      .filter((part) => !part.startsWith('(')),
  )
  .map((parts) => `/${parts.join('/')}`)
  .sort();

const shapes = pageRoutes
  // Written-out parts before parameters: `/profilo/recapiti/scegli` is not a contact.
  .toSorted((one, other) => one.split('[').length - other.split('[').length)
  .map((route) => ({ route, shape: new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`) }));

/** Which page an address is of, in whatever language. */
export function routeOf(address: string): string | undefined {
  const path = new URL(address).pathname.replace(/^\/(en|de)(?=\/|$)/, '') || '/';
  return shapes.find(({ shape }) => shape.test(path))?.route;
}
