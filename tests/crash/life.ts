// One life of a process of the program, from its start to its end.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from '#kernel/root.ts';
import type { ActName, Acts } from './child.ts';

/** What the process answered, or that it died before it could. */
type Answered<T> = { isDead: false; value: T } | { isDead: true };

export type Life = {
  pid: number;
  /** Asks for an act; does nothing when the process is dead. */
  ask<Name extends ActName>(
    act: Name,
    given: Parameters<Acts[Name]>[0],
  ): Promise<Answered<Awaited<ReturnType<Acts[Name]>>>>;
  isAlive(): boolean;
  /** By which signal it ended; nothing when it ended by itself. */
  ended: Promise<NodeJS.Signals | null>;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** The last that it logged. */
  log(): string;
};

const logLinesMax = 40;

/** Starts one; resolves when it takes notices and questions. */
export async function begin(environment: Record<string, string>): Promise<Life> {
  const child = fork(join(import.meta.dirname, 'child.ts'), [], {
    cwd: root,
    execArgv: [],
    env: {
      PATH: process.env.PATH,
      // Compiled sources are kept, so that a process starts in half the time.
      NODE_COMPILE_CACHE: join(root, '.sportello/cache'),
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let logged: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    logged = [...logged, ...text.split('\n').filter(Boolean)].slice(-logLinesMax);
  });
  const waiting = new Map<number, (answer: Answered<never>) => void>();
  let hasEnded = false;
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_code, signal) => {
      hasEnded = true;
      for (const tell of waiting.values()) tell({ isDead: true });
      resolve(signal);
    });
  });
  const log = () => logged.join('\n');
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: 'ready' | { id: number; value: never }) => {
      if (message === 'ready') return resolve();
      waiting.get(message.id)?.({ isDead: false, value: message.value });
      waiting.delete(message.id);
    });
    void ended.then(() => reject(new Error(`the process did not start:\n${log()}`)));
  });
  let asked = 0;
  return {
    pid: child.pid ?? 0,
    ask(act, given) {
      if (hasEnded) return Promise.resolve({ isDead: true });
      const id = ++asked;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        child.send({ id, act, given }, (error) => error && resolve({ isDead: true }));
      });
    },
    isAlive: () => !hasEnded,
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    log,
  };
}
