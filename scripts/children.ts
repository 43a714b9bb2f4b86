// Child processes with an end: started in order, ready when they say so, stopped by their own handlers, never orphans.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './cluster/places.ts';
import { contentOf, endProcess } from './processes.ts';

export type Child = {
  name: string;
  pid: number;
  /** What it said when it was ready: the line of a simulator, `ready` of our own processes. */
  said: string;
  /** Resolves when it has ended, wanted or not. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** SIGTERM, then harder after the limit. */
  stop(limitMs?: number): Promise<void>;
  kill(signal: NodeJS.Signals): void;
};

export type ChildOptions = {
  name: string;
  /** The script and its arguments, run by the Node of this process. */
  run: readonly string[];
  env?: Record<string, string | undefined>;
  /** Options of Node itself, `--cpu-prof`. */
  nodeOptions?: readonly string[];
  /** A file that gets everything it writes. */
  log: string;
  /** `line`: its first line on standard output; `message`: it sends `ready`. */
  ready: 'line' | 'message';
  readyMs?: number;
};

/** Starts a child and waits until it is ready; throws with the end of its log when it ends before or is too late. */
export async function startChild(options: ChildOptions): Promise<Child> {
  mkdirSync(dirname(options.log), { recursive: true });
  const before = contentOf(options.log)?.length ?? 0;
  const log = openSync(options.log, 'a');
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'leash.mjs'), ...(options.nodeOptions ?? []), ...options.run],
    {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', options.ready === 'line' ? 'pipe' : log, log, 'ipc'],
      // Its own group: the Ctrl-C of a terminal reaches the parent, which stops its children in their order.
      detached: true,
    },
  );
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 1, signal: null }));
  });
  const late = AbortSignal.timeout(options.readyMs ?? 60_000);
  const said = await Promise.race([
    options.ready === 'line' ? firstLine(child, options.log) : readyMessage(child),
    ended.then(() => undefined),
    new Promise<undefined>((resolve) => late.addEventListener('abort', () => resolve(undefined), { once: true })),
  ]);
  const { pid } = child;
  const stop = async (limitMs = 10_000) => {
    if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    await endProcess(pid, [
      ['SIGTERM', limitMs],
      ['SIGKILL', 5_000],
    ]);
    await ended;
  };
  if (said === undefined || pid === undefined) {
    await stop(1_000);
    const lines = (contentOf(options.log) ?? '').slice(before).trim().split('\n').slice(-15).join('\n');
    throw new Error(`${options.name} did not start.\n${lines}\n(whole log: ${options.log})`);
  }
  return { name: options.name, pid, said, ended, stop, kill: (signal) => void child.kill(signal) };
}

/** The first line; the rest goes to the log like everything else. */
function firstLine(child: ChildProcess, logFile: string): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error('no standard output');
  const log = createWriteStream(logFile, { flags: 'a' });
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      resolve(line);
      log.write(`${line}\n`);
    });
  });
}

const readyMessage = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.on('message', (message) => {
      if (message === 'ready') resolve('ready');
    });
  });
