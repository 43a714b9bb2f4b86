// `./sportello`, as an operator runs it: from anywhere, with no environment but what is given here.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/cluster/places.ts';

export type Ran = { code: number | null; out: string; err: string };

/** Runs it with these arguments to its end. */
export async function sportello(given: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = spawn(join(root, 'sportello'), given, { cwd: '/', env: { PATH: process.env.PATH, ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (err += data));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}
