// Customers who ask for pages, some at once, each with the own cookie; how long each answer took.
import http from 'node:http';

export type Question = { path: string; cookie: string };

/** Asks for `seconds` with so many connections; the milliseconds of every answer. Throws when one is not 200. */
export async function ask(
  address: string,
  options: { seconds: number; connections: number; next: () => Question },
): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: options.connections });
  const until = performance.now() + options.seconds * 1000;
  const took: number[] = [];
  const one = async () => {
    while (performance.now() < until) {
      const question = options.next();
      const began = performance.now();
      const status = await answered(new URL(question.path, address), question.cookie, agent);
      if (status !== 200) throw new Error(`${question.path} was answered with ${status}`);
      took.push(performance.now() - began);
    }
  };
  try {
    await Promise.all(Array.from({ length: options.connections }, one));
  } finally {
    agent.destroy();
  }
  return took;
}

function answered(url: URL, cookie: string, agent: http.Agent): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  http
    .get(url, { agent, headers: { cookie, accept: 'text/html' } }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', reject);
    })
    .once('error', reject);
  return promise;
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
