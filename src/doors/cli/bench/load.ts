// Load from a process of its own, so that making it is not measured with what answers it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

export type Load = { perSecond: number; p50Ms: number; p99Ms: number; bytesEach: number };

/** Asks `url` over and over from some connections; throws when any answer is not 200. */
export async function load(
  url: string,
  options: { seconds: number; connections: number; cookie?: string },
): Promise<Load> {
  const tool = createRequire(import.meta.url).resolve('autocannon/autocannon.js');
  const given = ['--json', '--no-progress', '-c', String(options.connections), '-d', String(options.seconds)];
  if (options.cookie) given.push('-H', `cookie=${options.cookie}`);
  const child = spawn(process.execPath, [tool, ...given, '-H', 'accept=text/html', url], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.on('data', (data) => {
    text += data;
  });
  await new Promise((resolve) => child.once('close', resolve));
  const result = JSON.parse(text);
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0) {
    throw new Error(`${url} was not always answered: ${result.non2xx} refusals, ${result.errors} errors`);
  }
  return {
    perSecond: result['2xx'] / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    bytesEach: result.throughput.total / result['2xx'],
  };
}
