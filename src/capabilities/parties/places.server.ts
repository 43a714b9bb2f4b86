// Municipalities and provinces from data/comuni; postcodes only where the operator loaded a list (their licence is his). CON-8
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { type Context, transaction } from '#kernel/context.ts';
import type { RowFault } from '#kernel/intake.ts';

/** Names compare without accents, apostrophes and case: `Forlì`, `FORLI'` and `Forli` are one. */
export const placeName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

let kept: ReadonlyMap<string, string> | undefined;

/** Belfiore code by `name|PROVINCE`; a memo of a file that does not change. Bilingual names count in either language. */
function municipalities(): ReadonlyMap<string, string> {
  if (kept) return kept;
  const found = new Map<string, string>();
  const text = readFileSync(new URL('../../../data/comuni/municipalities.csv', import.meta.url), 'utf8');
  for (const line of text.split('\n').slice(1)) {
    const [name, province, belfiore] = line.split(',');
    if (!name || !province || !belfiore) continue;
    for (const one of [name, ...name.split('/')]) found.set(`${placeName(one)}|${province}`, belfiore);
  }
  kept = found;
  return found;
}

export type Address = { postcode: string; municipality: string; province: string };

/**
 * What is wrong with addresses: the municipality must exist in the province; the postcode must be one of it where the
 * operator loaded a list that knows the municipality. One query for the whole set.
 */
export async function addressFaults(
  context: Context,
  addresses: readonly (Address | undefined)[],
): Promise<(RowFault | undefined)[]> {
  const known = municipalities();
  const belfiores = addresses.map((one) => one && known.get(`${placeName(one.municipality)}|${one.province}`));
  const wanted = [...new Set(belfiores.filter((code) => code !== undefined))];
  const listed = await context.database
    .selectFrom('places')
    .select(['belfiore', 'postcode'])
    .where((of) => of('belfiore', '=', of.fn.any(of.val(wanted))))
    .execute();
  const postcodes = Map.groupBy(listed, (row) => row.belfiore);
  return addresses.map((address, at) => {
    if (!address) return undefined;
    const belfiore = belfiores[at];
    if (!belfiore)
      return {
        field: 'municipality',
        reason: `no municipality ${address.municipality} in the province ${address.province}`,
      };
    const own = postcodes.get(belfiore);
    return own && !own.some((row) => row.postcode === address.postcode)
      ? { field: 'postcode', reason: `${address.postcode} is not a postcode of ${address.municipality}` }
      : undefined;
  });
}

export type Place = { belfiore: string; municipality: string; province: string; postcode: string };

/** Replaces the list of postcodes with the operator's own; all of it or nothing. Returns how many there are. */
export async function loadPlaces(context: Context, places: readonly Place[]): Promise<number> {
  return transaction(context, async (tx) => {
    await tx.database.deleteFrom('places').execute();
    const inserted = await sql`
      insert into places (belfiore, municipality, province, postcode)
      select distinct on (i.belfiore, i.postcode) i.belfiore, i.municipality, i.province, i.postcode
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as i(belfiore text, municipality text, province text, postcode text)`.execute(
      tx.database,
    );
    return Number(inserted.numAffectedRows ?? 0);
  });
}
