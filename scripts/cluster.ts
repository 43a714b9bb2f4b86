// A private PostgreSQL cluster of this clone, from the binaries that npm installed. Several processes may use one at the
// same time (a demo and its reset, two test runs): the first starts it, the last to leave stops it, and what a killed
// process left behind is taken over by the next.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  installedBinaries,
  ownFolder,
  type Place,
  placeOf,
  root,
  socketFolder,
  socketName,
  unprivileged,
} from './cluster/places.ts';
import { alone, contentOf, endProcess, freePort, isAlive, mark, until } from './processes.ts';

export type Cluster = {
  /** The address of a database in it, as `DATABASE_URL` takes it. */
  url(database: string): string;
  /** The process of PostgreSQL itself. */
  pid: number;
  /** Leaves the cluster; it stops when nobody else uses it. */
  leave(): Promise<void>;
};

export type ClusterOptions = {
  /** `postgres` for the demo, `test-postgres` for tests: the folder below `.sportello/`. */
  name: string;
  /** Nothing survives a power cut then, and everything is faster. */
  isForTests?: boolean;
  /** Settings of the server beside its defaults, `{ shared_buffers: '2GB' }`; whoever starts it decides. */
  settings?: Readonly<Record<string, string | number>>;
  say?: (line: string) => void;
};

/** Uses the cluster of this name, started if nobody has yet. */
export async function joinCluster(options: ClusterOptions): Promise<Cluster> {
  const place = placeOf(options.name, options.say ?? (() => {}));
  const users = join(place.home, 'users');
  // One process may join several times, and the last of all to leave stops it.
  const use = `${process.pid}-${randomBytes(4).toString('hex')}`;
  // Outside of the cluster's own folder, so that removing the folder does not remove the lock on it.
  const lock = join(root, '.sportello', `${options.name}.lock`);
  const running = await alone(lock, async () => {
    const password = passwordOf(place);
    initialise(place, password);
    const found = runningOf(place) ?? (await start(place, options));
    mkdirSync(users, { recursive: true });
    writeFileSync(join(users, use), mark());
    return { ...found, password };
  });
  let hasLeft = false;
  return {
    pid: running.pid,
    url: (database) => addressOf(running, database),
    async leave() {
      if (hasLeft) return;
      hasLeft = true;
      await alone(lock, async () => {
        rmSync(join(users, use), { force: true });
        const others = readdirSync(users).filter((name) => isAlive(contentOf(join(users, name)) ?? ''));
        if (others.length > 0) return;
        await stop(place);
        // Nobody would ever find the data of tests again once the clone is gone.
        if (place.isOutsideClone && options.isForTests) rmSync(place.home, { recursive: true, force: true });
      });
    },
  };
}

type Running = { pid: number; port: number; socket: string };

/** `postmaster.pid` says everything of a running cluster; one that a crash left behind names no living process. */
function runningOf(place: Place): Running | undefined {
  const [pid, , , port, socket = '', , , state = ''] = (contentOf(join(place.home, 'data/postmaster.pid')) ?? '').split(
    '\n',
  );
  if (!pid || !port || state.trim() !== 'ready' || !isPostgres(Number(pid), place)) return undefined;
  return { pid: Number(pid), port: Number(port), socket };
}

/** The number of a process may have been given to another one since. */
function isPostgres(pid: number, place: Place): boolean {
  if (!isAlive(mark(pid))) return false;
  const line =
    contentOf(`/proc/${pid}/cmdline`) ?? spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout?.toString();
  return line?.includes(join(place.home, 'data')) ?? false;
}

function addressOf(running: Running & { password: string }, database: string): string {
  const host = running.socket === '' ? `127.0.0.1:${running.port}` : `localhost:${running.port}`;
  const socket = running.socket === '' ? '' : `?host=${encodeURIComponent(running.socket)}`;
  return `postgres://sportello:${running.password}@${host}/${database}${socket}`;
}

function passwordOf(place: Place): string {
  const file = join(place.home, 'password');
  const known = contentOf(file);
  if (known) return known;
  const made = randomBytes(24).toString('hex');
  writeFileSync(`${file}.new`, made, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

const environmentOf = (place: Place) => ({ PATH: process.env.PATH, HOME: place.home, LANG: 'C', TZ: 'UTC' });

/** Makes the data folder, whole or not at all. */
function initialise(place: Place, password: string): void {
  const data = join(place.home, 'data');
  const version = contentOf(join(data, 'PG_VERSION'))?.trim();
  const ours = installedBinaries().version.split('.')[0];
  if (version && version !== ours) {
    throw new Error(
      `${data} was made by PostgreSQL ${version}, and the one installed is ${ours}: move the folder away to start anew.`,
    );
  }
  if (version) return;
  const half = join(place.home, 'data.new');
  const passwordFile = join(place.home, 'password.init');
  rmSync(half, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const user = unprivileged();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const made = spawnSync(
    join(place.binaries, 'bin/initdb'),
    [
      '-D',
      half,
      '-U',
      'sportello',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--no-sync',
      '--no-instructions',
    ]
      // Letters sort by code point and change case by Unicode, whatever the machine has installed.
      .concat(['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']),
    { ...user, cwd: place.home, encoding: 'utf8', env: environmentOf(place) },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    throw new Error(
      `PostgreSQL could not make its data folder.\n${made.stderr ?? ''}${made.stdout ?? ''}${made.error?.message ?? ''}`,
    );
  }
  renameSync(half, data);
}

async function start(place: Place, options: ClusterOptions): Promise<Running> {
  // One that does not answer (still starting or stopping after a kill) is ended before the data are touched.
  await stop(place);
  await clearDeadLocks(place);
  const socketPort = 5432;
  const socket = await socketFolder(place.home, socketPort);
  const port = socket === undefined ? await freePort(15_432) : socketPort;
  const settings: Record<string, string | number> = {
    listen_addresses: socket === undefined ? '127.0.0.1' : '',
    unix_socket_directories: socket ?? '',
    unix_socket_permissions: '0700',
    port,
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The messages of a test that provokes an error are no news.
    log_min_messages: options.isForTests ? 'fatal' : 'warning',
    log_min_error_statement: 'panic',
    ...(options.isForTests && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_wal_size: '4GB',
    }),
    ...options.settings,
  };
  const logFile = join(place.home, 'postgres.log');
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 4_000_000) rmSync(logFile);
  const log = openSync(logFile, 'a');
  ownFolder(place.home);
  const child = spawn(
    join(place.binaries, 'bin/postgres'),
    [
      '-D',
      join(place.home, 'data'),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // Detached: the Ctrl-C of a terminal reaches us, and we stop things in their order.
    { ...unprivileged(), cwd: place.home, env: environmentOf(place), stdio: ['ignore', log, log], detached: true },
  );
  child.unref();
  let fault: string | undefined;
  child.once('error', (error) => {
    fault = error.message;
  });
  child.once('exit', (code) => {
    fault = `it ended with ${code}`;
  });
  const before = statSync(logFile).size;
  await until(() => fault !== undefined || (child.pid !== undefined && runningOf(place)?.pid === child.pid), 60_000);
  closeSync(log);
  const running = runningOf(place);
  if (running && running.pid === child.pid) return running;
  const said = (contentOf(logFile) ?? '').slice(before).split('\n').slice(-12).join('\n');
  throw new Error(
    `PostgreSQL did not start: ${fault ?? 'no answer within a minute'}.\n${said}\n(whole log: ${logFile})`,
  );
}

/**
 * PostgreSQL refuses to start while `postmaster.pid` names any process that exists: also one that has ended and was not
 * fetched by its parent yet, or another program that was given the number since. The file goes once nothing works in the
 * data folder any more: the backends of a killed server end within moments, and each has that folder as its own.
 */
async function clearDeadLocks(place: Place): Promise<void> {
  const data = join(place.home, 'data');
  const lock = join(data, 'postmaster.pid');
  const pid = Number(contentOf(lock)?.split('\n')[0]);
  if (!pid || isPostgres(pid, place)) return;
  if (!(await until(() => !worksIn(data), 20_000)))
    throw new Error(`processes of a killed PostgreSQL still work in ${data}`);
  rmSync(lock, { force: true });
  rmSync(join(place.home, 'run', `${socketName(5432)}.lock`), { force: true });
}

/** Is a folder the working folder of any process? Where the system does not tell, PostgreSQL looks for itself. */
function worksIn(folder: string): boolean {
  if (!existsSync('/proc/self/cwd')) return false;
  return readdirSync('/proc').some((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}

/** Fast shutdown: sessions are ended, what was committed is written; then harder, which the next start repairs. */
async function stop(place: Place): Promise<void> {
  const file = join(place.home, 'data/postmaster.pid');
  const [pid, , , , socket] = (contentOf(file) ?? '').split('\n');
  if (pid && isPostgres(Number(pid), place)) {
    await endProcess(Number(pid), [
      ['SIGINT', 20_000],
      ['SIGQUIT', 10_000],
      ['SIGKILL', 5_000],
    ]);
  }
  // A short folder of its own elsewhere was made for this run only.
  if (socket && socket !== join(place.home, 'run') && /\/sportello-[^/]+$/.test(socket) && existsSync(socket)) {
    rmSync(socket, { recursive: true, force: true });
  }
}
