// `sportello …` as a process that can be killed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '#kernel/root.ts';

export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string };

/** Runs a command to its end, or until `killAfterMs` have passed since its start. */
export async function sportello(
  given: readonly string[],
  environment: Record<string, string>,
  killAfterMs?: number,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'src/doors/cli/main.ts'), ...given], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(root, '.sportello/cache'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('close', (...ended) => resolve(ended));
  });
  clearTimeout(timer);
  return { code, signal, out, err };
}
