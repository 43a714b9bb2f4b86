// What everybody is told while something is under maintenance: a banner on every page, and the state page. [CNF-8]
import {
  clearServiceNotice,
  noticeText,
  type ServiceNotice,
  serviceNotice,
  setServiceNotice,
} from '#capabilities/help/index.ts';
import { dayOrNothing, type Instant, momentOf } from '#kernel/days.ts';
import { system } from '#kernel/viewer.ts';
import { end, exits, type Noun, print, say, withContext } from './frame.ts';

type Options = {
  from?: string;
  until?: string;
  it?: string;
  en?: string;
  de?: string;
  json?: boolean;
  dryRun?: boolean;
};

const viewer = system('command.notice');

export const notice: Noun = (program) => {
  const noun = program.command('notice').description('what everybody is told during maintenance, on every page');
  noun
    .command('show')
    .description('what is told now')
    .option('--json', 'for machines')
    .action((options: Options) =>
      withContext('command', async (context) => {
        const found = await serviceNotice(context, viewer);
        print(options, found ?? null, found ? linesOf(found, context.clock.now()) : ['Nothing is told.']);
      }),
    );
  noun
    .command('set <kind>')
    .description('maintenance: the portal itself stops; core: the systems behind it rest and the portal goes on')
    .option('--from <moment>', 'on the clocks of Rome, 2026-11-25T22:00; now when not said')
    .option('--until <moment>', 'likewise; left open when not said')
    .option('--it <text>', 'more words, in every language or in none')
    .option('--en <text>')
    .option('--de <text>')
    .option('--dry-run', 'says what would be told and tells nothing')
    .option('--json', 'for machines')
    .action((kind: string, options: Options) =>
      withContext('command', async (context) => {
        const read = noticeFrom(kind, options, context.clock.now());
        if (typeof read === 'string') {
          say(read);
          return end(exits.usage);
        }
        if (!options.dryRun) await setServiceNotice(context, viewer, read);
        print(options, read, linesOf(read, context.clock.now()));
      }),
    );
  noun
    .command('clear')
    .description('tells it no more')
    .action(() =>
      withContext('command', async (context) => {
        const wasSet = await clearServiceNotice(context, viewer);
        print({}, undefined, [wasSet ? 'It is told no more.' : 'Nothing was told.']);
      }),
    );
};

function noticeFrom(kind: string, options: Options, now: Instant): ServiceNotice | string {
  if (kind !== 'maintenance' && kind !== 'core') return 'The kind is maintenance or core.';
  const startsAt = options.from === undefined ? now : momentFrom(options.from);
  const endsAt = options.until === undefined ? null : momentFrom(options.until);
  if (startsAt === undefined || endsAt === undefined) return 'A moment is written 2026-11-25T22:00.';
  if (endsAt && (endsAt <= startsAt || endsAt <= now)) return 'The end must come after the beginning, and after now.';
  const { it, en, de } = options;
  if (it && en && de) return { kind, startsAt, endsAt, text: { it, en, de } };
  if (it || en || de) return 'More words are given in every language, or in none: --it, --en, --de.';
  return { kind, startsAt, endsAt, text: undefined };
}

function momentFrom(text: string): Instant | undefined {
  const [, date = '', time = ''] = /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? [];
  const day = dayOrNothing(date);
  return day && momentOf(day, time);
}

const linesOf = (told: ServiceNotice, now: Instant): string[] =>
  (['it', 'en', 'de'] as const).flatMap((language) => {
    const { title, text } = noticeText(told, language, now);
    return [`${language}  ${title}`, `    ${text}`];
  });
