// Every route and form action that the built program has, from SvelteKit's own manifest: what is not in the table of the
// walk (cover.ts) is found here first.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '#kernel/root.ts';

export type Route = {
  /** `/(cliente)/polizze/[polizza]`. */
  id: string;
  params: string[];
  /** Names of form actions; `default` for the one without a name. */
  actions: string[];
  /** Methods of an endpoint; none for a page. */
  methods: string[];
  isForCustomers: boolean;
};

type Manifest = {
  nodes: (() => Promise<{ server?: { actions?: Record<string, unknown> } }>)[];
  routes: {
    id: string;
    params: { name: string }[];
    page: { leaf: number } | null;
    endpoint: (() => Promise<Record<string, unknown>>) | null;
  }[];
};

/** Reads the manifest of the build. */
export async function routesOfBuild(): Promise<Route[]> {
  const file = pathToFileURL(join(root, 'build/server/manifest.js')).href;
  const { manifest } = (await import(/* @vite-ignore */ file)) as { manifest: Manifest };
  return Promise.all(
    manifest.routes.map(async ({ id, params, page, endpoint }) => ({
      id,
      params: params.map(({ name }) => name),
      actions: page ? Object.keys((await manifest.nodes[page.leaf]?.())?.server?.actions ?? {}) : [],
      methods: endpoint ? Object.keys(await endpoint()).filter((name) => /^[A-Z]+$/.test(name)) : [],
      isForCustomers: id.startsWith('/(cliente)'),
    })),
  );
}

/** The names of query parameters that the sources of the web door read. */
export function queriesInSources(): string[] {
  const folder = join(root, 'src/doors/web');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/(?:searchParams|search)\.(?:get|has|getAll)\(\s*'(\w+)'/g),
    ])
    .map(([, name = '']) => name);
  return [...new Set(names)].sort();
}

/** The address of a route with its parameters filled in, percent-encoded as a browser would. */
export const addressOf = (id: string, params: Record<string, string>): string =>
  id
    .replace(/\/\([^)]+\)/g, '')
    .replace(/\[(\w+)\]/g, (_all, name: string) => encodeURIComponent(params[name] ?? '')) || '/';
