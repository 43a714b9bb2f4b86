import type { Noun } from './frame.ts';

export const bench: Noun = (program) => {
  const noun = program
    .command('bench')
    .description('measures on this machine; ends with one line of JSON, and with 1 when short of the target');
  noun
    .command('pages')
    .description('the policies page against a bare server that runs the same statements: at least 0.2 of its requests')
    .option('--seconds <number>', 'of one block of load', '5')
    .action(async (options: { seconds: string }) => {
      const { measure } = await import('./bench/frame.ts');
      const { pages } = await import('./bench/pages.ts');
      await measure(pages, { seconds: Number(options.seconds) });
    });
};
