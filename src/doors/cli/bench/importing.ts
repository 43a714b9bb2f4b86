// `sportello import run` as a process of its own, so that what is measured is its memory and its time alone.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '#kernel/root.ts';
import { secretFile } from '../demo/place.ts';
import { grouped } from '../meter.ts';

export type Taken = { rows: number; seconds: number; cpuSeconds: number; memoryMaxMb: number };

/** Imports a delivery; throws unless every row of it was taken. */
export async function importAlone(options: {
  delivery: string;
  databaseUrl: string;
  folder: string;
  say: (line: string) => void;
  nodeOptions?: readonly string[];
}): Promise<Taken> {
  const child = spawn(
    process.execPath,
    [...(options.nodeOptions ?? []), join(root, 'src/doors/cli/main.ts'), 'import', 'run', options.delivery, '--json'],
    {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: options.databaseUrl,
        SPORTELLO_SECRET_FILE: secretFile(),
        STORAGE_FOLDER: join(options.folder, 'files'),
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let out = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  createInterface({ input: child.stderr }).on('line', (line) => options.say(progressOf(line)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the import ended with ${code}: ${out.slice(0, 2_000)}`);
  return JSON.parse(out).took;
}

function progressOf(line: string): string {
  if (!line.startsWith('{')) return line;
  const { what, done, total, perSecond } = JSON.parse(line);
  return `  ${what}: ${grouped(done)} of ${grouped(total)} rows, ${grouped(perSecond)}/s`;
}
