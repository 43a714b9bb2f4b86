// Refunds that no provider can make: what is due by transfer, and that it has been made. [PAY-11]
import { dueRefunds, recordTransfer } from '#capabilities/payments/index.ts';
import { money } from '#kernel/format.ts';
import { system } from '#kernel/viewer.ts';
import { end, exits, type Noun, print, say, table, withContext } from './frame.ts';

const viewer = system('command.refund');

export const refund: Noun = (program) => {
  const noun = program.command('refund').description('money that has to be given back by transfer');
  noun
    .command('list')
    .description('what is due, the earliest day first')
    .option('--json', 'for machines')
    .action((options: { json?: boolean }) =>
      withContext('command', async (context) => {
        const due = await dueRefunds(context, viewer);
        const rows = due.map((one) => [
          one.operation,
          one.dueBy,
          money(one.amountCents, 'en'),
          one.method,
          one.because,
        ]);
        const head = ['operation', 'by', 'amount', 'paid with', 'because'];
        print(options, due, rows.length > 0 ? table([head, ...rows]) : ['Nothing is due.']);
      }),
    );
  noun
    .command('done <operation>')
    .description('records that the transfer of a payment has been made, and tells the customer')
    .option('--dry-run', 'says what would be recorded and changes nothing')
    .option('--json', 'for machines')
    .action((given: string, options: { json?: boolean; dryRun?: boolean }) =>
      withContext('command', async (context) => {
        const operation = given.toLowerCase();
        const amounts = options.dryRun
          ? (await dueRefunds(context, viewer))
              .filter((one) => one.operation === operation)
              .map((one) => one.amountCents)
          : await recordTransfer(context, viewer, operation);
        if (amounts.length === 0) {
          say(`Nothing is due on ${given}.`);
          return end(exits.failed);
        }
        const sums = amounts.map((amount) => money(amount, 'en')).join(', ');
        print(options, { operation, amounts }, [
          options.dryRun
            ? `Would record a transfer of ${sums}.`
            : `Recorded a transfer of ${sums}. The customer is told.`,
        ]);
      }),
    );
};
