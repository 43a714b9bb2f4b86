// Which of several parties a typed codice fiscale or partita IVA belongs to. [REG-5]

export type FiscalCandidate = {
  id: string;
  kind: 'person' | 'sole_trader' | 'professional' | 'company';
  codiceFiscale: string | undefined;
  partitaIva: string | undefined;
};

/** What people type: spaces, dots and small letters do not matter, nor the `IT` before a partita IVA. */
export const bareFiscalId = (typed: string): string =>
  typed
    .replace(/[\s.-]/g, '')
    .toUpperCase()
    .replace(/^IT(?=\d{11}$)/, '');

/**
 * The party that is meant, or nothing. A sole trader has the codice fiscale of the person: that one picks the person
 * where both are candidates, the partita IVA picks the firm.
 */
export function partyMeant(candidates: readonly FiscalCandidate[], typed: string): string | undefined {
  const bare = bareFiscalId(typed);
  if (bare === '') return undefined;
  const matches = candidates.filter((one) => one.codiceFiscale === bare || one.partitaIva === bare);
  return (matches.find((one) => one.kind === 'person') ?? matches[0])?.id;
}
