// Accounts, until support has a desk: look, unlock, cancel. [ACC-4] [REG-8]
import {
  type AccountSummary,
  accountIdOfParty,
  accountOf,
  cancelAccount,
  unlockAccount,
} from '#capabilities/access/index.ts';
import { accountByUsername } from '#capabilities/contacts/index.ts';
import { partyByCustomerCode } from '#capabilities/parties/index.ts';
import type { Context } from '#kernel/context.ts';
import { dayAndTime } from '#kernel/format.ts';
import { parseContact } from '#kernel/italian/contacts.ts';
import { system } from '#kernel/viewer.ts';
import { end, exits, type Noun, print, say, table, withContext } from './frame.ts';

type Options = { json?: boolean };
type ChangeOptions = Options & { yes?: boolean; dryRun?: boolean };

const viewer = system('command.account');

export const account: Noun = (program) => {
  const noun = program.command('account').description('accounts of customers, by username or customer code');
  noun
    .command('show <who>')
    .description('state, last use, wrong passwords, open sessions, known devices')
    .option('--json', 'for machines')
    .action((who: string, options: Options) =>
      withContext('command', async (context) => {
        const found = await find(context, who);
        if (found) print(options, shown(found), linesOf(found));
      }),
    );
  noun
    .command('unlock <who>')
    .description('opens a locked or frozen account, forgets its wrong passwords, lets its year begin anew')
    .option('--dry-run', 'says what would happen and changes nothing')
    .option('--json', 'for machines')
    .action((who: string, options: ChangeOptions) => change(who, options, unlockAccount, 'Unlocked'));
  noun
    .command('cancel <who>')
    .description('ends an account: out everywhere at once, its contacts free; paperless notices go on')
    .option('--yes', 'really: this cannot be undone')
    .option('--dry-run', 'says what would happen and changes nothing')
    .option('--json', 'for machines')
    .action((who: string, options: ChangeOptions) => {
      if (options.yes || options.dryRun) return change(who, options, cancelAccount, 'Cancelled');
      say('Cancelling cannot be undone: say --yes, or look first with --dry-run.');
      return end(exits.usage);
    });
};

/** Changes an account that was found and shows what it is afterwards. */
const change = (who: string, options: ChangeOptions, run: typeof unlockAccount, done: string): Promise<void> =>
  withContext('command', async (context) => {
    const found = await find(context, who);
    if (!found) return;
    if (options.dryRun)
      return print(options, shown(found), [`Nothing was changed (${found.state}).`, ...linesOf(found)]);
    await run(context, viewer, { accountId: found.id });
    const after = await accountOf(context, viewer, { accountId: found.id });
    if (after) print(options, shown(after), [`${done}.`, ...linesOf(after)]);
  });

/** The account of a username, or of a customer code; says so and ends with 1 when there is none. */
async function find(context: Context, who: string): Promise<AccountSummary | undefined> {
  const accountId = (await byUsername(context, who)) ?? (await byCustomerCode(context, who));
  const found = accountId ? await accountOf(context, viewer, { accountId }) : undefined;
  if (!found) {
    say(`No account has ${who} as its username or customer code.`);
    end(exits.failed);
  }
  return found;
}

async function byUsername(context: Context, who: string): Promise<string | undefined> {
  const contact = parseContact(who);
  return contact.ok ? (await accountByUsername(context, contact.value.value))?.accountId : undefined;
}

async function byCustomerCode(context: Context, who: string): Promise<string | undefined> {
  const partyId = await partyByCustomerCode(context, who.trim().toUpperCase());
  return partyId ? accountIdOfParty(context, partyId) : undefined;
}

/** Without the id that never leaves the server. */
const shown = ({ id: _id, ...summary }: AccountSummary) => summary;

function linesOf(found: AccountSummary): string[] {
  const state = found.because ? `${found.state} (${found.because})` : found.state;
  return table([
    ['customer', found.party ? `${found.party.name}, ${found.party.customerCode}` : '-'],
    ['state', found.isUnused && found.state === 'active' ? `${state}, unused: locks at the next sign-in` : state],
    ['username', found.username ?? '-'],
    ['confirms with', found.confirmation ?? 'nothing yet'],
    ['registered', dayAndTime(found.createdAt, 'en')],
    ['last used', dayAndTime(found.lastUsedAt, 'en')],
    ['recovered', found.recoveredAt ? dayAndTime(found.recoveredAt, 'en') : 'never'],
    ['wrong passwords', String(found.wrongPasswords)],
    ['waits until', found.lockedUntil ? dayAndTime(found.lockedUntil, 'en') : '-'],
    ['open sessions', String(found.openSessions)],
    ['known devices', String(found.knownDevices)],
  ]);
}
