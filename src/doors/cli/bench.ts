import { InvalidArgumentError } from 'commander';
import type { Noun } from './frame.ts';

export const bench: Noun = (program) => {
  program
    .command('bench <name>')
    .description(
      'measures on this machine: `pages`, `answers`, `import`, `scale` or `large`; ends with one line of JSON, and with 1 when it falls short',
    )
    .option('--seconds <number>', 'of one block of load', positive, 5)
    .option('--tries <number>', 'how often one thing is tried', positive, 200)
    .option('--customers <number>', 'in the database of `import` and the larger one of `scale` (1000000)', positive)
    .action(async (name: string, options: { seconds: number; tries: number; customers?: number }) => {
      const { benches } = await import('./bench/all.ts');
      const { measure } = await import('./bench/frame.ts');
      const found = benches.find((one) => one.name === name);
      if (found) await measure(found, { ...options, customers: options.customers });
      else program.error(`error: nothing is measured as ${name}, only: ${benches.map((one) => one.name).join(', ')}`);
    });
};

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1 is wanted');
  return value;
}
