// Payments against the provider: settles what waits, then compares the books movement by movement. [PAY-6] [PAY-11]
import { type Comparison, compareBooks, reconcile } from '#capabilities/payments/index.ts';
import type { Context } from '#kernel/context.ts';
import { money } from '#kernel/format.ts';
import { end, exits, type Noun, print, table, withContext } from './frame.ts';

type Options = { json?: boolean; compareOnly?: boolean };

export const reconciliation: Noun = (program) => {
  program
    .command('reconcile')
    .description('settles payments that wait for their provider and compares the ledger with what it lists')
    .option('--compare-only', 'asks and compares, changes nothing')
    .option('--json', 'for machines')
    .action((options: Options) => withContext('command', (context) => run(context, options)));
};

async function run(context: Context, options: Options): Promise<void> {
  const done = options.compareOnly ? undefined : await reconcile(context);
  const books = await compareBooks(context);
  print(options, { done: done ?? null, ...books }, [
    ...(done ? [`Looked at: payments ${done.attempts}, refunds ${done.refunds}, receipts ${done.receipts}.`] : []),
    ...(done && done.failed > 0 ? [`Failed, and tried again within minutes: ${done.failed}. See the log.`] : []),
    ...linesOf(books),
  ]);
  if (books.differences.length > 0 || books.unanswered > 0 || (done?.failed ?? 0) > 0) end(exits.failed);
}

function linesOf(books: Comparison): string[] {
  const balances = books.balances.map((one) => [one.account, money(one.amountCents, 'en')]);
  const differences = books.differences.map((one) => [
    one.reference,
    money(one.ledgerCents, 'en'),
    money(one.providerCents, 'en'),
  ]);
  return [
    ...(balances.length > 0 ? table([['account', 'balance'], ...balances]) : ['The ledger is empty.']),
    `Compared with the provider: ${books.attempts} payments, ${books.unanswered} without an answer.`,
    ...(differences.length > 0
      ? ['These differ:', ...table([['reference', 'ledger', 'provider'], ...differences])]
      : ['No difference.']),
  ];
}
