// What every measurement shares: it says what it does, and ends with one line of JSON.
import { end, exits, say } from '../frame.ts';

export type Bench = {
  name: string;
  says: string;
  target: number;
  /** Which side of the target is good. */
  good: 'at least' | 'at most';
  /** Measures, telling how it goes; answers what is compared with the target, or that with what else falls short. */
  run(options: BenchOptions): Promise<number | { ratio: number; short: string | undefined }>;
};

export type BenchOptions = {
  /** Seconds of one block of load; shorter is quicker and noisier. */
  seconds: number;
  /** How often one thing is tried. */
  tries: number;
  /** How many customers the database has, where that is what is measured. */
  customers: number | undefined;
  say: (line: string) => void;
};

/** Runs one; the last line of standard output is the verdict for machines, and 1 is the end when it falls short. */
export async function measure(bench: Bench, options: Omit<BenchOptions, 'say'>): Promise<void> {
  const measured = await bench.run({ ...options, say });
  const { ratio, short } = typeof measured === 'number' ? { ratio: measured, short: undefined } : measured;
  const ok = short === undefined && (bench.good === 'at least' ? ratio >= bench.target : ratio <= bench.target);
  if (short) say(short);
  say(`${bench.name}: ${ratio.toFixed(3)}, wanted ${bench.good} ${bench.target}`);
  process.stdout.write(
    `${JSON.stringify({ name: bench.name, ratio: Number(ratio.toFixed(4)), target: bench.target, ok })}\n`,
  );
  if (!ok) end(exits.failed);
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}
