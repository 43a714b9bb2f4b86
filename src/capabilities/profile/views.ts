// What an account is: read only, changing it comes with its own operations. [PRO-1] [PRO-8]
import { accountOf } from '#capabilities/access/index.ts';
import { textOf, usernameOf } from '#capabilities/contacts/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import { assert } from '#kernel/assert.ts';
import type { Context } from '#kernel/context.ts';
import { type Day, dayOf } from '#kernel/days.ts';
import type { Customer } from '#kernel/viewer.ts';

export type AccountData = {
  name: string;
  /** Codice fiscale or partita IVA: what the account was opened with. */
  fiscalId: { kind: 'codice_fiscale' | 'partita_iva'; value: string };
  username: { text: string; isEnded: boolean } | undefined;
  customerCode: string;
  since: Day;
  asOf: Day;
};

/** The data of the viewer's own account, never of a profile looked at. */
export async function accountData(context: Context, viewer: Customer): Promise<AccountData> {
  const [party, username, account] = await Promise.all([
    partyOf(context, viewer.partyId),
    usernameOf(context, viewer.accountId),
    accountOf(context, viewer, { accountId: viewer.accountId }),
  ]);
  assert(party && account, 'a session without its party or account');
  const fiscalId: AccountData['fiscalId'] =
    party.kind === 'company' || !party.codiceFiscale
      ? { kind: 'partita_iva', value: party.partitaIva ?? '' }
      : { kind: 'codice_fiscale', value: party.codiceFiscale };
  return {
    name: party.displayName,
    fiscalId,
    username: username && { text: textOf(username), isEnded: username.isEnded },
    customerCode: party.customerCode,
    since: dayOf(account.createdAt),
    asOf: party.asOf,
  };
}
