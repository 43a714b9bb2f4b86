// A process of the program as it is composed for production, without its pages: the front door takes the notices of the
// provider, and what a page or a worker would do is asked for by message. With SPORTELLO_CRASH_AT it dies on its way.
import { createServer } from 'node:http';
import { confirm } from '#capabilities/confirmation/index.ts';
import { comeBack, statusFor } from '#capabilities/payments/index.ts';
import { start } from '#compose.ts';
import { frontDoor } from '#doors/front.ts';
import type { Customer } from '#kernel/viewer.ts';
import { clockwork } from './clockwork.ts';

const program = await start('web', process.env);
const { context } = program;
const works = await clockwork(context, program.pool);

type Given = { viewer: Customer; operation: string };

/** What can be asked of this process. Every act answers when the process has nothing more to do by itself. */
const acts = {
  /** Confirms with a code, as many times at once as asked; answers where each leads, or why not. */
  async confirm({ viewer, operation, code, times = 1 }: Given & { code: string; times?: number }) {
    const all = Array.from({ length: times }, () => confirm(context, viewer, { operation, code }));
    return (await Promise.all(all)).map((one) => (one.ok ? one.value.next : one.reasons[0].code));
  },
  /** Comes back from the provider's page, and sees the outcome. */
  async comeBack({ viewer, operation }: Given) {
    await comeBack(context, viewer, operation);
    return (await statusFor(context, viewer, operation))?.state;
  },
  /** What the worker does: the tasks that wait, then every schedule once. */
  async work() {
    await works.takeTasks();
    await works.runSchedules();
  },
  async quiet() {},
};
export type Acts = typeof acts;
export type ActName = keyof Acts;
type Asked = { [Name in ActName]: { id: number; act: Name; given: Parameters<Acts[Name]>[0] } }[ActName];

async function answer({ id, act, given }: Asked): Promise<void> {
  // The union pairs each act with what it takes; the compiler cannot follow that through the index.
  const run = acts[act] as (given: unknown) => Promise<unknown>;
  const value = await run(given).catch((error: unknown) => ({ thrown: String(error) }));
  await context.background.idle();
  process.send?.({ id, value });
}

process.on('message', (asked: Asked) => void answer(asked));
process.once('disconnect', () => process.exit());

const front = frontDoor(program);
const server = createServer((request, response) => front(request, response, () => response.writeHead(404).end()));
const { port, host } = context.settings.text;
if (port === '0') process.send?.('ready');
else server.listen(Number(port), host, () => process.send?.('ready'));
