// Starts a simulator as a process of its own and ends it with its parent, whatever becomes of that one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Started<Told> = {
  pid: number;
  /** The line it printed when it was ready. */
  told: Told;
  stop(): Promise<void>;
  /** As a power cut would. */
  kill(): Promise<void>;
};

export type ToldByNexi = { port: number; address: string; key: string };
export type ToldBySatispay = { port: number; address: string; code: string };
export type ToldByInbox = { httpPort: number; smtpPort: number; address: string; smsUrl: string; mailUrl: string };

/** Resolves when the simulator has said that it is ready; rejects when it ends before. */
export function startSimulator(name: 'nexi-xpay', options?: readonly string[]): Promise<Started<ToldByNexi>>;
export function startSimulator(name: 'satispay', options?: readonly string[]): Promise<Started<ToldBySatispay>>;
export function startSimulator(name: 'inbox', options?: readonly string[]): Promise<Started<ToldByInbox>>;
export async function startSimulator(name: string, options: readonly string[] = []): Promise<Started<unknown>> {
  const main = fileURLToPath(new URL(`./${name}/main.ts`, import.meta.url));
  const child = spawn(process.execPath, [main, '--with-parent', ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    once(lines, 'line'),
    ended.then(() => Promise.reject(new Error(`the simulator ${name} did not start`))),
  ]);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    told: JSON.parse(String(line)),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** A port where nobody listens: it was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}
