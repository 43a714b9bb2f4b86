// The keys that sign our calls to a provider we are paired with; sealed, since a copy of the table must open nothing.
import type { Context } from '#kernel/context.ts';
import { seal, unseal } from '#kernel/seal.ts';

const purpose = 'payments.pairing';

type Pairing = { provider: string; address: string; keyId: string; privateKeyPem: string };

/** `unreadable`: sealed with a secret that this installation has no more; `elsewhere`: made with another address. */
export type KeptPairing =
  | { kind: 'paired'; keyId: string; privateKeyPem: string }
  | { kind: 'none' | 'unreadable' | 'elsewhere' };

/** Keeps a pairing in the place of the one before. */
export async function keepPairing(context: Context, pairing: Pairing): Promise<void> {
  const row = {
    address: pairing.address,
    key_id: pairing.keyId,
    sealed_private_key: seal(context.keys.current(purpose), pairing.privateKeyPem),
    paired_at: context.clock.now(),
  };
  await context.database
    .insertInto('provider_pairings')
    .values({ provider: pairing.provider, ...row })
    .onConflict((on) => on.column('provider').doUpdateSet(row))
    .execute();
}

/**
 * The pairing with a provider at an address. One that only the previous secret opens is sealed anew with the current one,
 * so that rotating the secret needs no new pairing.
 */
export async function pairingOf(
  context: Pick<Context, 'database' | 'keys'>,
  provider: string,
  address: string,
): Promise<KeptPairing> {
  const row = await context.database
    .selectFrom('provider_pairings')
    .select(['address', 'key_id', 'sealed_private_key'])
    .where('provider', '=', provider)
    .executeTakeFirst();
  if (!row) return { kind: 'none' };
  if (row.address !== address) return { kind: 'elsewhere' };
  const privateKeyPem = unseal(context.keys.accepted(purpose), row.sealed_private_key);
  if (!privateKeyPem) return { kind: 'unreadable' };
  const current = context.keys.current(purpose);
  if (!unseal([current], row.sealed_private_key)) {
    await context.database
      .updateTable('provider_pairings')
      .set({ sealed_private_key: seal(current, privateKeyPem) })
      .where('provider', '=', provider)
      .where('sealed_private_key', '=', row.sealed_private_key)
      .execute();
  }
  return { kind: 'paired', keyId: row.key_id, privateKeyPem };
}
