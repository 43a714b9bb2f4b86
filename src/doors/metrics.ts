// `/metrics` on a port of its own: for the operator's network, never for customers. Nobody listens unless METRICS_PORT is set.
import { createServer, type Server } from 'node:http';
import type { Program } from '#compose.ts';
import { inTime } from '#kernel/in-time.ts';
import type { Log } from '#kernel/log.ts';
import type { Figure } from '#kernel/meter.ts';
import type { Vitals } from '#kernel/vital.ts';

/** A part whose numbers take longer is left out of this scrape, and said to be. */
const partMsMax = 2_000;

/** Starts to listen when the settings say where; resolves with what to close at the end. */
export async function serveMetrics(program: Program): Promise<Server | undefined> {
  const { metricsPort, metricsHost } = program.context.settings.text;
  const { prometheus } = program;
  if (!prometheus) return undefined;
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0];
    // A worker has no other port on which somebody could see that it is alive.
    if (path === '/livez') {
      response.writeHead(200).end('alive');
      return;
    }
    if (path !== '/metrics' || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404).end();
      return;
    }
    figuresOf(program)
      .then((figures) => prometheus.text(figures))
      .then(
        (text) => response.writeHead(200, { 'content-type': prometheus.contentType }).end(text),
        (error: unknown) => {
          program.context.log.error('metrics failed', { error });
          response.writeHead(500).end();
        },
      );
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(metricsPort), metricsHost, resolve);
  });
  program.context.log.info('metrics', { role: program.role, port: metricsPort });
  return server;
}

/** What stands in the database is asked for by the worker alone: one process in the house, not each of them. */
async function figuresOf(program: Program): Promise<Figure[]> {
  const { context, pool, queue } = program;
  const own: Figure[] = [
    { name: 'database_connections', labels: { state: 'idle' }, value: pool.idleCount },
    { name: 'database_connections', labels: { state: 'busy' }, value: pool.totalCount - pool.idleCount },
    { name: 'database_connections', labels: { state: 'waited_for' }, value: pool.waitingCount },
  ];
  if (program.role !== 'work') return own;
  const parts: Part[] = [['queue', () => queue.figures()]];
  for (const { name, figures, vitals } of context.capabilities) {
    if (figures) parts.push([name, () => figures(context)]);
    if (vitals) parts.push([`${name}.vitals`, () => vitalFigures(context, vitals)]);
  }
  const read = await Promise.all(parts.map((part) => inPart(context.log, part)));
  return [...own, ...read.flat()];
}

type Part = [name: string, ask: () => Promise<readonly Figure[]>];
const vitalValues = { ok: 1, slow: 0.5, down: 0 } as const;

const vitalFigures = async (context: Program['context'], vitals: Vitals): Promise<readonly Figure[]> =>
  (await vitals(context)).map(({ name, state }) => ({ name: 'vital', labels: { name }, value: vitalValues[state] }));

async function inPart(log: Log, [part, ask]: Part): Promise<readonly Figure[]> {
  const asked = ask().catch((error: unknown) => {
    log.warn('metrics of a part failed', { reason: part, error });
    return undefined;
  });
  const figures = await inTime(partMsMax, asked);
  return [...(figures ?? []), { name: 'scrape_failed', labels: { part }, value: figures ? 0 : 1 }];
}
