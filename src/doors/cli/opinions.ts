// What readers think of the help centre: which answers fall short, in their own words. [HLP-1]
import { opinions as opinionsOf } from '#capabilities/help/index.ts';
import { system } from '#kernel/viewer.ts';
import { type Noun, print, table, withContext } from './frame.ts';

const viewer = system('command.opinions');

export const opinions: Noun = (program) => {
  program
    .command('opinions')
    .description('what readers think of the answers of the help centre, the most complained of first')
    .option('--days <number>', 'how far back', '90')
    .option('--json', 'for machines')
    .action((options: { days: string; json?: boolean }) =>
      withContext('command', async (context) => {
        const found = await opinionsOf(context, viewer, { days: Number.parseInt(options.days, 10) || 90 });
        const lines = found.flatMap(({ answer, useful, useless, words }) => [
          ...table([[answer, `${useful} useful`, `${useless} not`]]),
          ...words.map((text) => `    “${text}”`),
        ]);
        print(options, found, found.length > 0 ? lines : ['Nobody has said anything yet.']);
      }),
    );
};
