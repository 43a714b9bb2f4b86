// The desks' side of requests until they have pages of their own: what waits, one thread, the answer. [REQ-1] [REQ-2]
import { text as readAll } from 'node:stream/consumers';
import {
  type AnsweredAt,
  answer,
  type DeskThread,
  type RequestReason,
  textMax,
  threadForDesk,
  waitingForDesks,
} from '#capabilities/requests/index.ts';
import type { Context } from '#kernel/context.ts';
import { system } from '#kernel/viewer.ts';
import { end, exits, type Noun, print, say, styled, table, withContext } from './frame.ts';

type Options = { json?: boolean };
type AnswerOptions = Options & { text?: string; asksBack?: boolean; byPhone?: boolean; dryRun?: boolean };

const viewer = system('command.request');

export const request: Noun = (program) => {
  const noun = program.command('request').description('what customers and visitors asked');
  noun
    .command('list')
    .description('what waits for support or an agency, the earliest promise first')
    .option('--json', 'for machines')
    .action((options: Options) => withContext('command', (context) => list(context, options)));
  noun
    .command('show <number>')
    .description('one request with its thread')
    .option('--json', 'for machines')
    .action((number: string, options: Options) =>
      withContext('command', async (context) => {
        const thread = await found(context, number);
        if (thread) print(options, thread, linesOf(thread));
      }),
    );
  noun
    .command('answer <number>')
    .description('records the answer of a desk and tells it; the text by --text or through standard input')
    .option('--text <text>', 'the answer')
    .option('--asks-back', 'the customer has to say something before it can go on')
    .option('--by-phone', 'it was said on the telephone: nothing is sent, the text is a note of it')
    .option('--dry-run', 'says what would happen and changes nothing')
    .option('--json', 'for machines')
    .action((number: string, options: AnswerOptions) =>
      withContext('command', (context) => answerTo(context, number, options)),
    );
};

async function list(context: Context, options: Options): Promise<void> {
  const waiting = await waitingForDesks(context, viewer);
  const rows = waiting.map((one) => [one.number, one.answerBy ?? '-', one.desk, one.category]);
  const lines =
    rows.length > 0 ? table([['number', 'by', 'desk', 'about'], ...rows]) : ['Nothing waits for an answer.'];
  print(options, waiting, lines);
}

async function found(context: Context, number: string): Promise<DeskThread | undefined> {
  const thread = await threadForDesk(context, viewer, { number });
  if (!thread) {
    say(sentences['requests.not_found']);
    end(exits.failed);
  }
  return thread;
}

function linesOf(thread: DeskThread): string[] {
  const { customer, contact } = thread;
  return [
    styled('bold', `${thread.number}  ${thread.state}, ${thread.nextMover} moves next`),
    `about     ${thread.category}${thread.cameFrom ? `, came from ${thread.cameFrom}` : ''}`,
    `from      ${customer ? `${customer.name}, customer code ${customer.customerCode}` : 'somebody not identified: say nothing about any customer'}`,
    `contact   ${contact ? `${contact.text}${contact.isVerified ? '' : ' (unverified: call, nothing is sent)'}` : 'none known'}`,
    `promised  ${thread.answerBy ?? '-'}`,
    ...thread.thread.flatMap((line) => [
      '',
      styled(
        'dim',
        `${line.at}  ${line.author}${line.byPhone ? ', by phone' : ''}${line.message ? `, message ${line.message}` : ''}`,
      ),
      line.text,
    ]),
  ];
}

async function answerTo(context: Context, number: string, options: AnswerOptions): Promise<void> {
  const text = (options.text ?? (process.stdin.isTTY ? '' : await readAll(process.stdin))).trim();
  if (text === '' || text.length > textMax) {
    say(`Say the answer with --text or through standard input, at most ${textMax} characters.`);
    return end(exits.usage);
  }
  if (options.dryRun) return preview(context, number, options);
  const { asksBack = false, byPhone = false } = options;
  const outcome = await answer(context, viewer, { number, text, asksBack, byPhone });
  if (outcome.ok) return print(options, outcome.value, [recorded(outcome.value, byPhone)]);
  for (const reason of outcome.reasons) say(sentences[reason.code]);
  end(exits.failed);
}

async function preview(context: Context, number: string, options: AnswerOptions): Promise<void> {
  const thread = await found(context, number);
  if (!thread) return;
  const { contact } = thread;
  if (contact && !contact.isVerified && !options.byPhone) {
    say(sentences['requests.contact_unverified']);
    return end(exits.failed);
  }
  const to = options.byPhone ? null : (contact?.text ?? null);
  print(options, { to }, [
    to ? `The answer would be told at ${to}.` : 'The answer would only be shown where the request is.',
  ]);
}

const recorded = ({ toldAt }: AnsweredAt, byPhone: boolean): string => {
  if (toldAt) return `Recorded, and told at ${toldAt.value}.`;
  return byPhone
    ? 'Recorded as said on the telephone.'
    : 'Recorded. No contact is known, so it is only shown where the request is.';
};

/** The reasons as the operator reads them, in English like the whole command line. */
const sentences: Record<RequestReason['code'], string> = {
  'requests.not_found': 'There is no request with this number that can be answered.',
  'requests.contact_unverified':
    'Nobody verified the contact of this request: call, and record the answer with --by-phone.',
  'requests.limit': 'Too many requests in an hour.',
};
