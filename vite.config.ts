import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/**
 * One process, one module graph. Built: our server is one more entry of SvelteKit's own server build, so every module
 * exists once. In development the same front door stands before SvelteKit's middleware.
 */
function frontDoor(): Plugin {
  return {
    name: 'sportello-front-door',
    config: (_config, { command }) =>
      command === 'build'
        ? {
            environments: {
              ssr: { build: { rolldownOptions: { input: { main: 'src/main.ts' }, output: oneStyleSheet } } },
            },
          }
        : undefined,
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { ssr } = server.environments;
        if (!ssr || !('runner' in ssr)) return next();
        // Vite types the runner only for runnable environments, which SvelteKit's is.
        const runner = ssr.runner as { import(path: string): Promise<typeof import('./src/development.ts')> };
        runner.import('/src/development.ts').then((module) => module.front(request, response, next), next);
      });
    },
  };
}

/** The styles of the kit in one file: Home would otherwise link a dozen small ones that block its first paint. */
const oneStyleSheet = { codeSplitting: { groups: [{ name: 'kit', test: /\/doors\/web\/(ui|parts)\// }] } };

/** SvelteKit's guard against server code in the browser does not reach worker bundles: the enhancers need their own. */
const browserOnly = (): Plugin => ({
  name: 'sportello-enhancers-browser-only',
  enforce: 'pre',
  resolveId(source, importer) {
    if (importer && /(^|[/.])server([/.]|$)|^node:|^\$app|^#(kernel|capabilities|adapters)/.test(source)) {
      this.error(`an enhancer must not import ${source} (from ${importer})`);
    }
  },
});

/** Development: a page without Svelte in the browser is loaded again when a source file changes. */
const reloadPlainPages = (): Plugin => ({
  name: 'sportello-reload-plain-pages',
  apply: 'serve',
  hotUpdate({ file, server }) {
    if (this.environment.name === 'ssr' && file.includes('/src/')) {
      server.environments.client.hot.send({ type: 'full-reload', path: '*' });
    }
  },
});

export default defineConfig({
  plugins: [
    frontDoor(),
    reloadPlainPages(),
    sveltekit({
      adapter: adapter({ precompress: true }),
      files: {
        routes: 'src/doors/web/routes',
        appTemplate: 'src/doors/web/app.html',
        errorTemplate: 'src/doors/web/error.html',
        hooks: { server: 'src/doors/web/hooks.server.ts', universal: 'src/doors/web/hooks.ts' },
      },
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
          'form-action': ['self'],
        },
      },
    }),
  ],
  worker: { format: 'es', plugins: () => [browserOnly()] },
});
