// sportello <noun> <verb>: the operator's command line. Human text on a terminal, `--json` for machines.
// Ends with 0 done, 1 failed, 2 wrong usage, 3 partly done.
import { Command, CommanderError } from 'commander';
import { ConfigurationError } from '#kernel/settings.ts';
import { version } from '#kernel/version.ts';
import { exits, say } from './frame.ts';
import { nouns } from './nouns.ts';

const program = new Command('sportello')
  .description('The self-service area of an insurance company.')
  .version(version, '-V, --version')
  .showHelpAfterError('(sportello --help lists every command)')
  .exitOverride()
  .configureHelp({ sortSubcommands: false });
for (const add of nouns) add(program);

/** A command ends by itself when nothing is open any more; after a fault something may still be. */
async function run(): Promise<void> {
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version are no faults; commander has already written what is wrong with the rest.
      process.exitCode = error.exitCode === 0 ? exits.ok : exits.usage;
      return;
    }
    say(error instanceof Error ? faultOf(error) : String(error));
    process.exitCode = exits.failed;
    process.stdout.write('', () => process.exit());
  }
}

/** What went wrong, in a sentence where the cause is a known one. */
function faultOf(error: Error & { code?: string }): string {
  if (error instanceof ConfigurationError) return error.message;
  switch (error.code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return error.message.includes('connect')
        ? `PostgreSQL does not answer at DATABASE_URL (${error.code}). Is it running, and is the address right?`
        : error.message;
    case '28P01':
    case '28000':
      return 'PostgreSQL refuses the user or the password of DATABASE_URL.';
    case '3D000':
      return 'The database that DATABASE_URL names does not exist: create it first, then `sportello db migrate`.';
    case '42P01':
      return 'The database has no tables yet: `sportello db migrate` makes them.';
    default:
      return process.env.DEBUG ? (error.stack ?? error.message) : `${error.message} (DEBUG=1 shows where)`;
  }
}

await run();
