// Processes that outlive one another: who is alive, who may go first, which port is free.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** State and start of a process, where the system tells: a number that was given again to another process is noticed. */
function statOf(pid: number): { state: string; start: string } {
  const fields = contentOf(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  return { state: fields?.[0] ?? '', start: fields?.[19] ?? '' };
}
const startOf = (pid: number): string => statOf(pid).start;

/** A process, in a way that is not mistaken for a later one with the same number. */
export const mark = (pid: number = process.pid): string => `${pid} ${startOf(pid)}`;

/** Is the marked process still there? */
export function isAlive(marked: string): boolean {
  const [number = '', started = ''] = marked.trim().split(' ');
  const pid = Number(number);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, but another user's
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = statOf(pid);
  // One that has ended but whose parent has not noticed yet does nothing any more.
  return now.state !== 'Z' && (started === '' || now.start === started);
}

/** The content of a small file, or nothing. */
export function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Waits until `test` is true, looking every few hundredths of a second; false when the time is over. */
export async function until(test: () => boolean, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!test()) {
    if (performance.now() > end) return false;
    await wait(25);
  }
  return true;
}

/** Runs `work` while no other process runs it under the same lock file; the lock of a dead process is taken over. */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  const end = performance.now() + 120_000;
  for (;;) {
    try {
      writeFileSync(file, mark(), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = contentOf(file);
      // An empty file is one being written right now, unless it is old.
      const isOld = owner === '' && Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 5_000;
      if ((owner && !isAlive(owner)) || isOld) {
        // Renaming first: of two that found the same dead lock, only one takes it away.
        const aside = `${file}.${process.pid}`;
        try {
          renameSync(file, aside);
          rmSync(aside, { force: true });
        } catch {}
        continue;
      }
      if (performance.now() > end) throw new Error(`waited two minutes for ${file} (held by process ${owner})`);
      await wait(50);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Is this port free on both loopback addresses? A browser may take either for `localhost`. */
async function isFree(port: number): Promise<boolean> {
  const tries = await Promise.all(['127.0.0.1', '::1'].map((host) => listen(port, host)));
  return tries.every((one) => one !== 'busy');
}

/** A port of 127.0.0.1: the wanted one, the next free one after it, or any when 0 is wanted. */
export async function freePort(wanted: number, taken: readonly number[] = []): Promise<number> {
  for (let port = wanted; wanted > 0 && port < wanted + 200; port++) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  for (;;) {
    const port = await listen(0, '127.0.0.1');
    if (typeof port === 'number' && !taken.includes(port) && (await isFree(port))) return port;
  }
}

/** Listens for a moment: the port, or that somebody else has it, or that this address does not exist here. */
function listen(port: number, host: string): Promise<number | 'busy' | 'no-address'> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? 'busy' : 'no-address'),
    );
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 'busy'));
    });
  });
}

/** Asks a process to end and waits; asks harder when it does not. True when it is gone. */
export async function endProcess(pid: number, steps: readonly [NodeJS.Signals, number][]): Promise<boolean> {
  const marked = mark(pid);
  for (const [signal, limitMs] of steps) {
    if (!isAlive(marked)) return true;
    try {
      process.kill(pid, signal);
    } catch {
      return true;
    }
    if (await until(() => !isAlive(marked), limitMs)) return true;
  }
  return !isAlive(marked);
}
