import { end, exits, type Noun, say } from './frame.ts';

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
