// Reads the text format of Prometheus as strictly as a test needs it.
export type Sample = { name: string; labels: Record<string, string>; value: number };
export type Scrape = { types: Map<string, string>; helps: Map<string, string>; samples: Sample[] };

/** Throws at the first line that is none of the format. */
export function parseScrape(text: string): Scrape {
  const types = new Map<string, string>();
  const helps = new Map<string, string>();
  const samples: Sample[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, what, about = '', rest = ''] = /^# (HELP|TYPE) ([a-z0-9_]+) (.+)$/.exec(line) ?? [];
    if (what) {
      const into = what === 'TYPE' ? types : helps;
      if (into.has(about)) throw new Error(`${what} of ${about} twice`);
      into.set(about, rest);
      continue;
    }
    const [, name = '', labels = '', value = ''] =
      /^([a-z0-9_]+)(?:\{((?:[a-z_]+="[^"\\]*",?)*)\})? (-?[\d.]+(?:e[+-]?\d+)?|[+-]Inf|Nan|NaN)$/.exec(line) ?? [];
    if (!name) throw new Error(`no line of the format: ${line}`);
    const pairs = [...labels.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, key = '', text = '']) => [key, text]);
    samples.push({ name, labels: Object.fromEntries(pairs), value: Number(value.replace('Inf', 'Infinity')) });
  }
  return { types, helps, samples };
}

/** Asks a process for its numbers. */
export async function scrape(port: number): Promise<Scrape> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  if (answer.status !== 200) throw new Error(`/metrics answers ${answer.status}`);
  if (!answer.headers.get('content-type')?.startsWith('text/plain; version=0.0.4')) throw new Error('not the format');
  return parseScrape(await answer.text());
}

/** The sum of the samples of this name that have these labels. */
export const sumOf = ({ samples }: Scrape, name: string, labels: Record<string, string> = {}): number =>
  samples
    .filter((one) => one.name === name && Object.entries(labels).every(([key, value]) => one.labels[key] === value))
    .reduce((sum, one) => sum + one.value, 0);
