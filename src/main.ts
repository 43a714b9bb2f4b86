// The web process: the front door before SvelteKit's pages. Built into SvelteKit's own server graph (vite.config.ts).
import http from 'node:http';
import { start } from './compose.ts';
import { frontDoor } from './doors/front.ts';
import { serveMetrics } from './doors/metrics.ts';

// The adapter takes protocol and host from headers that the front door sets from the configuration.
process.env.PROTOCOL_HEADER = 'x-sportello-protocol';
process.env.HOST_HEADER = 'x-sportello-host';

const program = await start('web', process.env);
// Resolved at run time next to the build, not bundled.
const { handler } = await import(/* @vite-ignore */ new URL('./handler.js', import.meta.url).href);
const front = frontDoor(program);
const metrics = await serveMetrics(program);
const server = http.createServer((request, response) => front(request, response, () => handler(request, response)));
server.requestTimeout = 60_000;
server.headersTimeout = 20_000;

const { port, host } = program.context.settings.text;
server.on('error', (error: NodeJS.ErrnoException) => {
  program.context.log.error('cannot listen', { port, reason: error.code });
  process.exit(1);
});
server.listen(Number(port), host, () => {
  program.health.isListening = true;
  program.context.log.info('listening', { role: 'web', port });
  process.send?.('ready');
});

/** Unready first, so that a proxy stops sending; then finish what is under way, at most 25 seconds. */
function stop(signal: string) {
  if (program.health.isDraining) return;
  program.health.isDraining = true;
  program.context.log.info('stopping', { role: 'web', signal });
  const late = setTimeout(() => process.exit(1), 25_000);
  late.unref();
  metrics?.close();
  server.close(async () => {
    await program.close();
    process.exit(0);
  });
  server.closeIdleConnections();
}
process.on('SIGTERM', () => stop('SIGTERM'));
process.on('SIGINT', () => stop('SIGINT'));
