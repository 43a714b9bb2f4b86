import { resolve } from 'node:path';
import { Option } from 'commander';
import { systemClock, today } from '#kernel/clock.ts';
import { day } from '#kernel/days.ts';
import { end, exits, type Noun, print, say, table } from './frame.ts';
import { memoryMax } from './memory.ts';
import { grouped, meter } from './meter.ts';

type GenerateOptions = {
  customers: string;
  seed: string;
  today?: string;
  format: 'jsonl' | 'csv';
  json?: boolean;
};

export const demo: Noun = (program) => {
  const noun = program.command('demo').description('the fictional insurer, on this machine only');
  noun
    .command('up')
    .description('starts everything: PostgreSQL, simulators, web and worker (what `npm start` does)')
    .option('--source', 'serves the sources and reloads, instead of the build')
    .option('--port <number>', 'the wanted port; a free one is taken when it is busy', '3000')
    .action(async (options: { source?: boolean; port: string }) => {
      // Loaded here: most commands need none of it.
      const { up } = await import('./demo/up.ts');
      await up({ web: options.source ? 'source' : 'build', port: Number(options.port) });
    });
  noun
    .command('generate <folder>')
    .description('writes the fictional insurer as a delivery of a core system, of any size')
    .option('--customers <number>', 'ordinary customers around the cast', '300')
    .option('--seed <number>', 'the same seed makes the same insurer', '1')
    .option('--today <day>', 'the day all dates are placed around, YYYY-MM-DD')
    .addOption(new Option('--format <format>', 'of the files').choices(['jsonl', 'csv']).default('jsonl'))
    .option('--json', 'for machines')
    .action(async (given: string, options: GenerateOptions) => {
      const { generateDelivery } = await import('../../../demo/generate.ts');
      const folder = resolve(given);
      const customers = Number(options.customers);
      const began = performance.now();
      const line = meter(customers, options.json ?? false, 'customers');
      const { rows } = await generateDelivery({
        customers,
        seed: Number(options.seed),
        today: options.today ? day(options.today) : today(systemClock),
        folder,
        format: options.format,
        onProgress: (done) => line.at('written', done, 0),
      });
      line.end();
      const seconds = (performance.now() - began) / 1000;
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
      print(options, { folder, rows, took: { rows: total, seconds, memoryMaxMb: memoryMax() } }, [
        ...table(Object.entries(rows).map(([entity, count]) => [entity, String(count)])),
        `${grouped(total)} rows written to ${folder} in ${grouped(seconds)} s, ${grouped(total / seconds)}/s; at most ${memoryMax()} MB of memory`,
      ]);
    });
  noun
    .command('reset')
    .description('empties the database of the demo and fills it anew')
    .option('--customers <number>', 'how many', '300')
    .option('--seed <number>', 'the same seed makes the same insurer', '1')
    .option('--today <day>', 'the day all dates are placed around, YYYY-MM-DD')
    .action(async (options: { customers: string; seed: string; today?: string }) => {
      const { reset } = await import('./demo/reset.ts');
      const isDone = await reset({
        customers: Number(options.customers),
        seed: Number(options.seed),
        today: options.today,
        say,
      });
      if (!isDone) end(exits.failed);
    });
};
