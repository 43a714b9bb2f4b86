// The whole of it as processes: simulators, web, worker, on a database that exists already. The demo runs one for people,
// browser tests one for each worker, crash tests one that dies on purpose.
import { join } from 'node:path';
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

export type Simulator = Child & { address: string; more: Record<string, string> };

export type Portal = {
  /** Without a slash at the end. */
  address: string;
  inbox: Simulator;
  nexi: Simulator;
  /** Of web and worker, for a command beside them. */
  environment: Record<string, string>;
  /** In the order of their start. */
  children: Child[];
  startWeb(env?: Record<string, string>): Promise<Child>;
  startWorker(env?: Record<string, string>): Promise<Child>;
  stop(): Promise<void>;
};

/** The key of the simulated terminal: only a simulator ever sees it. */
const simulatedKey = 'simulated-terminal-key';

/** Starts a simulator as the process of its own that it is; its first line says where it listens. */
export async function startSimulator(
  name: string,
  options: { folder: string; port?: number; arguments?: readonly string[] },
): Promise<Simulator> {
  const child = await startChild({
    name,
    run: [join(root, 'simulators', name, 'main.ts'), '--port', String(options.port ?? 0), ...(options.arguments ?? [])],
    log: join(options.folder, 'logs', `${name}.log`),
    ready: 'line',
  });
  try {
    const { address, ...more } = JSON.parse(child.said) as { address: string } & Record<string, string>;
    if (!address) throw new Error('no address');
    return { ...child, address, more };
  } catch {
    await child.stop();
    throw new Error(`the simulator ${name} must first print {"address": …}, not: ${child.said}`);
  }
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
      await startSimulator('inbox', {
        folder,
        port: inboxPort,
        arguments: ['--smtp-port', String(smtpPort), '--state', join(folder, 'inbox.json')],
      }),
    );
    const nexi = kept(
      await startSimulator('nexi-xpay', {
        folder,
        port: nexiPort,
        arguments: ['--key', simulatedKey, '--state', join(folder, 'nexi-xpay.json')],
      }),
    );
    const environment: Record<string, string> = {
      DATABASE_URL: options.databaseUrl,
      SPORTELLO_SECRET_FILE: options.secretFile,
      PUBLIC_ADDRESS: address,
      HOST: '127.0.0.1',
      PORT: String(port),
      MAIL_URL: inbox.more.smtp ?? '',
      SMS_URL: inbox.more.sms ?? '',
      NEXI_ADDRESS: nexi.address,
      NEXI_API_KEY: simulatedKey,
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
