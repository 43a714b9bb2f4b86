// The list of banks that take part in MyBank (docs/how-to/list-the-banks-of-mybank.md). [PAY-14]
import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { type BankFault, banksFrom, loadBanks } from '#capabilities/payments/index.ts';
import { today } from '#kernel/clock.ts';
import { dayOrNothing } from '#kernel/days.ts';
import { system } from '#kernel/viewer.ts';
import { end, exits, type Noun, print, say, withContext } from './frame.ts';

type Rows = { line: number; row: unknown }[];
type Options = { day?: string; dryRun?: boolean; json?: boolean };

const faultsSaid = 20;

export const banks: Noun = (program) => {
  program
    .command('banks')
    .description('the banks that take part in MyBank')
    .command('load <file>')
    .description('replaces the list (PAY-14); CSV or JSON Lines with name and status: active, suspended, left')
    .option('--day <day>', 'the day of the list, 2026-11-24; today when not given')
    .option('--dry-run', 'only check the list')
    .option('--json', 'for machines')
    .action((file: string, options: Options) => load(file, options));
};

async function load(file: string, options: Options): Promise<void> {
  const given = options.day === undefined ? undefined : dayOrNothing(options.day);
  if (options.day !== undefined && !given) {
    say(`not a day like 2026-11-24: ${options.day}`);
    return end(exits.usage);
  }
  const rows = rowsOf(await readFile(file, 'utf8'));
  if (typeof rows === 'string') return refuse([rows]);
  const { banks: list, faults } = banksFrom(rows);
  if (faults.length > 0) return refuse(sentencesOf(faults));
  if (options.dryRun) return print(options, { wouldLoad: list.length }, [`The list is good: ${list.length} banks.`]);
  const day = await withContext('command', async (context) => {
    const of = given ?? today(context.clock);
    await loadBanks(context, system('command.banks'), { banks: list, day: of });
    return of;
  });
  print(options, { loaded: list.length, day }, [`${list.length} banks loaded, as of ${day}.`]);
}

function refuse(sentences: readonly string[]): void {
  for (const sentence of [...sentences, 'Nothing was loaded.']) say(sentence);
  end(exits.failed);
}

function sentencesOf(faults: readonly BankFault[]): string[] {
  const more = faults.length - faultsSaid;
  return [
    ...faults.slice(0, faultsSaid).map(({ line, reason }) => `line ${line}: ${reason}`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

/** The rows of a list with the lines they end on, or what is wrong with the file as such. */
const rowsOf = (text: string): Rows | string =>
  text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('{')
    ? jsonLines(text.replace(/^\uFEFF/, ''))
    : csv(text);

const jsonLines = (text: string): Rows =>
  text.split(/\r?\n/).flatMap((source, at) => (source.trim() === '' ? [] : [{ line: at + 1, row: jsonOf(source) }]));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function csv(text: string): Rows | string {
  let isNamed = true;
  try {
    const parsed: { record: unknown; info: { lines: number } }[] = parse(text, {
      bom: true,
      delimiter: [';', ','],
      info: true,
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
      columns: (head: string[]) => {
        const names = head.map((name) => name.toLowerCase());
        isNamed = names.includes('name') && names.includes('status');
        return names;
      },
    });
    if (!isNamed) return 'the first line must name the columns name and status';
    return parsed.map(({ record, info }) => ({ line: info.lines, row: record }));
  } catch (error) {
    if (error instanceof CsvError) return `not CSV: ${error.message}`;
    throw error;
  }
}
