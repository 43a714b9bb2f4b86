// The supervisor of the demo: owns PostgreSQL, simulators, web and worker, and stops them in reverse.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Child } from '../../../../scripts/children.ts';
import { type Portal, startPortal } from '../../../../scripts/portal.ts';
import { contentOf, isAlive, mark } from '../../../../scripts/processes.ts';
import { exits, say, styled, table } from '../frame.ts';
import { people } from './fill.ts';
import { addressIn, demoCluster, folder, secretFile } from './place.ts';
import { ready } from './reset.ts';

const stateFile = join(folder, 'demo.json');
type State = { supervisor: string; address?: string };

/** Runs until SIGTERM or SIGINT, or until whoever started it is gone. */
export async function up(options: { web: 'build' | 'source'; port: number }): Promise<void> {
  const running = runningDemo();
  if (running) {
    say(
      `The demo of this folder is already running${running.address ? `: ${running.address}` : ''}. Stop that one first to start anew.`,
    );
    return;
  }
  mkdirSync(folder, { recursive: true });
  remember({ supervisor: mark() });
  const stopped = Promise.withResolvers<void>();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stopped.resolve());
  process.on('disconnect', () => stopped.resolve());

  let portal: Portal | undefined;
  const cluster = await demoCluster(say);
  try {
    await ready(cluster, { customers: 300, seed: 1, say });
    say('Starting simulators, web and worker …');
    portal = await startPortal({
      databaseUrl: addressIn(cluster),
      secretFile: secretFile(),
      folder,
      port: options.port,
      web: options.web,
      say,
    });
    remember({ supervisor: mark(), address: portal.address });
    announce(portal);
    const lost = await Promise.race([stopped.promise, firstToEnd(portal.children())]);
    if (lost) {
      say(`${lost.name} has ended (${lost.how}). Its log: ${join(folder, 'logs', `${lost.name}.log`)}`);
      process.exitCode = exits.failed;
    }
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = exits.failed;
  } finally {
    say('Stopping …');
    await portal?.stop();
    await cluster.leave();
    rmSync(stateFile, { force: true });
  }
  // Whoever started us may still hold the channel open.
  process.disconnect?.();
}

/** The first to end. One that ends by itself takes the demo down with it: half a demo would only puzzle. */
const firstToEnd = (children: readonly Child[]): Promise<{ name: string; how: number | string | null }> =>
  Promise.race(
    children.map(async (child) => {
      const { code, signal } = await child.ended;
      return { name: child.name, how: signal ?? code };
    }),
  );

function runningDemo(): State | undefined {
  try {
    const state = JSON.parse(contentOf(stateFile) ?? '') as State;
    return isAlive(state.supervisor) ? state : undefined;
  } catch {
    return undefined;
  }
}

const remember = (state: State): void => writeFileSync(stateFile, `${JSON.stringify(state)}\n`);

function announce(portal: Portal): void {
  const { password, rows, newcomers } = people();
  const lines = [
    '',
    styled('bold', 'Sportello is running, with the fictional insurer.'),
    '',
    ...table([
      ['  Portal', portal.address],
      ['  Messages (e-mail and SMS)', `${portal.address}/demo/inbox`],
      ['  Cards and MyBank (simulated)', new URL(portal.nexi.address).origin],
      ['  Satispay (simulated)', portal.satispay.address],
    ]),
    '',
    `  Who can sign in, all with the password ${styled('bold', password)}`,
    '',
    ...table(rows.map(([name = '', ...others]) => [`  ${name}`, ...others])),
    '',
    '  Who can register',
    '',
    ...table(newcomers.map(([name = '', ...others]) => [`  ${name}`, ...others])),
    '',
    `  Everything stays on this machine. Logs: .sportello/logs. Stop with Ctrl-C.`,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
