// The whole of it as processes: simulators, web, worker, on a database that exists already. The demo runs one for people,
// browser tests one for each worker, crash tests one that dies on purpose.
import { join } from 'node:path';
import type { ToldByInbox, ToldByNexi, ToldBySatispay } from '../simulators/start.ts';
import { type Child, startChild } from './children.ts';
import { root } from './cluster/places.ts';
import { freePort } from './processes.ts';

export type PortalOptions = {
  databaseUrl: string;
  secretFile: string;
  /** Documents, logs and what the simulators remember. */
  folder: string;
  /** The wanted port of the web; the simulators take those after it. Whatever is busy is replaced by a free one. */
  port?: number;
  /** `build` is what is served in production; `source` reloads. */
  web?: 'build' | 'source';
  /** More environment for web and worker. */
  env?: Record<string, string>;
  hasWorker?: boolean;
  say?: (line: string) => void;
};

/** A simulator with what it said of itself when it was ready. */
export type Simulator<Told> = Child & Told;
type Inbox = Simulator<ToldByInbox>;
type Nexi = Simulator<ToldByNexi>;
type Satispay = Simulator<ToldBySatispay>;

export type Portal = {
  /** Without a slash at the end. */
  address: string;
  inbox: Inbox;
  nexi: Nexi;
  satispay: Satispay;
  /** Of web and worker, for a command beside them. */
  environment: Record<string, string>;
  /** What runs now, in the order of its start. */
  children(): readonly Child[];
  /** Starts this one again, killed first if it still runs, with more environment than before. */
  restart(which: 'web' | 'worker', env?: Record<string, string>, nodeOptions?: readonly string[]): Promise<Child>;
  stop(): Promise<void>;
};

/** Starts a simulator as the process of its own that it is; its first line says where it listens. */
async function simulator<Told>(name: string, folder: string, given: readonly string[]): Promise<Simulator<Told>> {
  const child = await startChild({
    name,
    run: [join(root, 'simulators', name, 'main.ts'), ...given],
    log: join(folder, 'logs', `${name}.log`),
    ready: 'line',
  });
  return { ...child, ...(JSON.parse(child.said) as Told) };
}

/** Web and worker finish what is under way; everything else is quick anyway. */
const drainMs = 26_000;

export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { folder, say = () => {} } = options;
  const wanted = options.port ?? 0;
  const running: Child[] = [];
  const kept = <T extends Child>(child: T): T => {
    running.push(child);
    void child.ended.then(() => {
      const at = running.indexOf(child);
      if (at >= 0) running.splice(at, 1);
    });
    return child;
  };
  const stop = async () => {
    for (const child of running.toReversed()) await child.stop(drainMs);
  };
  const port = await portNear(wanted, [], say);
  const inboxPort = await portNear(wanted && wanted + 1, [port]);
  const nexiPort = await portNear(wanted && wanted + 2, [port, inboxPort]);
  const smtpPort = await portNear(wanted && wanted + 3, [port, inboxPort, nexiPort]);
  const satispayPort = await portNear(wanted && wanted + 4, [port, inboxPort, nexiPort, smtpPort]);
  const address = `http://localhost:${port}`;
  const web = options.web ?? 'build';
  try {
    const [inbox, nexi, satispay] = await Promise.all([
      simulator<ToldByInbox>('inbox', folder, ['--http-port', String(inboxPort), '--smtp-port', String(smtpPort)]).then(
        kept,
      ),
      simulator<ToldByNexi>('nexi-xpay', folder, [
        '--port',
        String(nexiPort),
        '--state',
        join(folder, 'nexi-xpay.json'),
      ]).then(kept),
      simulator<ToldBySatispay>('satispay', folder, [
        '--port',
        String(satispayPort),
        '--state',
        join(folder, 'satispay.json'),
        // Unlike the card gateway it is told until when a payment may be made, so it has to live on the portal's day.
        // With its sign: the portal's day may be behind.
        `--clock-ahead-seconds=${options.env?.SPORTELLO_CLOCK_OFFSET ?? '0'}`,
      ]).then(kept),
    ]);
    const environment: Record<string, string> = {
      DATABASE_URL: options.databaseUrl,
      SPORTELLO_SECRET_FILE: options.secretFile,
      PUBLIC_ADDRESS: address,
      HOST: '127.0.0.1',
      PORT: String(port),
      MAIL_URL: inbox.mailUrl,
      SMS_URL: inbox.smsUrl,
      NEXI_ADDRESS: nexi.address,
      NEXI_API_KEY: nexi.key,
      SATISPAY_ADDRESS: satispay.address,
      DEMO_ADDRESS: inbox.address,
      STORAGE_FOLDER: join(folder, 'files'),
      // A new device also asks a code, so the demo allows the shorter passwords of REG-7.
      PASSWORD_MIN: '12',
      LOG_LEVEL: 'info',
      NODE_ENV: web === 'build' ? 'production' : 'development',
      ...options.env,
    };
    const scripts = {
      web: web === 'build' ? ['build/server/main.js'] : ['scripts/develop.ts'],
      worker: ['src/doors/cli/main.ts', 'work'],
    };
    const begin = async (
      name: keyof typeof scripts,
      env: Record<string, string> = {},
      nodeOptions: readonly string[] = [],
    ) =>
      kept(
        await startChild({
          name,
          run: scripts[name],
          env: { ...environment, ...env },
          nodeOptions,
          log: join(folder, 'logs', `${name}.log`),
          ready: 'message',
        }),
      );
    await pair(satispay.code, environment, folder);
    await Promise.all([begin('web'), options.hasWorker === false ? undefined : begin('worker')]);
    return {
      address,
      inbox,
      nexi,
      satispay,
      environment,
      children: () => running,
      async restart(which, env, nodeOptions) {
        const before = running.find((child) => child.name === which);
        before?.kill('SIGKILL');
        await before?.ended;
        return begin(which, env, nodeOptions);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As an operator does it, with a code of the simulator: web and worker take the key when they start. */
async function pair(code: string, env: Record<string, string>, folder: string): Promise<void> {
  const pairing = await startChild({
    name: 'pairing',
    run: ['src/doors/cli/main.ts', 'satispay', 'pair', code, '--json'],
    env,
    log: join(folder, 'logs', 'pairing.log'),
    ready: 'line',
  });
  await pairing.ended;
}

/** The wanted port or a free one near it; says so when somebody else has the wanted one. */
async function portNear(wanted: number, taken: readonly number[], say?: (line: string) => void): Promise<number> {
  const port = await freePort(wanted, taken);
  if (wanted !== 0 && port !== wanted) say?.(`Port ${wanted} is busy; the portal uses ${port}.`);
  return port;
}
