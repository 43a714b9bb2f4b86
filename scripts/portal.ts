// The whole of it as processes: simulators, web, worker, on a database that exists already. The demo runs one for people,
// browser tests one for each worker, crash tests one that dies on purpose.
import { join } from 'node:path';
import type { ToldByInbox, ToldByNexi } from '../simulators/start.ts';
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

export type Portal = {
  /** Without a slash at the end. */
  address: string;
  inbox: Inbox;
  nexi: Nexi;
  /** Of web and worker, for a command beside them. */
  environment: Record<string, string>;
  /** In the order of their start. */
  children: Child[];
  startWeb(env?: Record<string, string>): Promise<Child>;
  startWorker(env?: Record<string, string>): Promise<Child>;
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

export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { folder, say = () => {} } = options;
  const wanted = options.port ?? 0;
  const children: Child[] = [];
  const kept = <T extends Child>(child: T): T => {
    children.push(child);
    return child;
  };
  const stop = async () => {
    for (const child of children.toReversed())
      await child.stop(child.name === 'web' || child.name === 'worker' ? 26_000 : 5_000);
  };
  const port = await portNear(wanted, [], say);
  const inboxPort = await portNear(wanted && wanted + 1, [port]);
  const nexiPort = await portNear(wanted && wanted + 2, [port, inboxPort]);
  const smtpPort = await portNear(wanted && wanted + 3, [port, inboxPort, nexiPort]);
  const address = `http://localhost:${port}`;
  const web = options.web ?? 'build';
  try {
    const inbox = kept(
      await simulator<ToldByInbox>('inbox', folder, [
        '--http-port',
        String(inboxPort),
        '--smtp-port',
        String(smtpPort),
      ]),
    );
    const nexi = kept(
      await simulator<ToldByNexi>('nexi-xpay', folder, [
        '--port',
        String(nexiPort),
        '--state',
        join(folder, 'nexi-xpay.json'),
      ]),
    );
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
      DEMO_ADDRESS: inbox.address,
      STORAGE_FOLDER: join(folder, 'files'),
      LOG_LEVEL: 'info',
      NODE_ENV: web === 'build' ? 'production' : 'development',
      ...options.env,
    };
    const startWeb = async (env: Record<string, string> = {}) =>
      kept(
        await startChild({
          name: 'web',
          run: web === 'build' ? [join(root, 'build/server/main.js')] : [join(root, 'scripts/develop.ts')],
          env: { ...environment, ...env },
          log: join(folder, 'logs/web.log'),
          ready: 'message',
        }),
      );
    const startWorker = async (env: Record<string, string> = {}) =>
      kept(
        await startChild({
          name: 'worker',
          run: [join(root, 'src/doors/cli/main.ts'), 'work'],
          env: { ...environment, ...env },
          log: join(folder, 'logs/worker.log'),
          ready: 'message',
        }),
      );
    await Promise.all([startWeb(), options.hasWorker === false ? undefined : startWorker()]);
    return { address, inbox, nexi, environment, children, startWeb, startWorker, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The wanted port or a free one near it; says so when somebody else has the wanted one. */
async function portNear(wanted: number, taken: readonly number[], say?: (line: string) => void): Promise<number> {
  const port = await freePort(wanted, taken);
  if (wanted !== 0 && port !== wanted) say?.(`Port ${wanted} is busy; the portal uses ${port}.`);
  return port;
}
