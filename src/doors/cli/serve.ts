import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#kernel/root.ts';
import { end, exits, type Noun, say } from './frame.ts';

export const serve: Noun = (program) => {
  program
    .command('serve')
    .description('serves the pages and the machine doors; wants DATABASE_URL and SPORTELLO_SECRET')
    .action(async () => {
      const main = join(root, 'build/server/main.js');
      if (!existsSync(main)) {
        say('There is no build yet: `npm run build` makes one.');
        return end(exits.failed);
      }
      // The built server, because pages exist only there; it stops by itself at SIGTERM.
      await import(main);
    });
};
