// Municipalities and provinces from data/comuni; postcodes only where the operator loaded a list (their licence is his). CON-8
import { sql } from 'kysely';
import { type Context, transaction } from '#kernel/context.ts';
import type { RowFault } from '#kernel/intake.ts';
import { places } from '#kernel/italian/places.server.ts';

export type Address = { postcode: string; municipality: string; province: string };

/**
 * What is wrong with addresses: the municipality must exist in the province; the postcode must be one of it where the
 * operator loaded a list that knows the municipality. One query for the whole set.
 */
export async function addressFaults(
  context: Context,
  addresses: readonly (Address | undefined)[],
): Promise<(RowFault | undefined)[]> {
  const found = addresses.map((one) => one && places().municipality(one.municipality, one.province));
  const wanted = [
    ...new Set(found.map((one) => (one?.ok ? one.value.belfiore : undefined)).filter((code) => code !== undefined)),
  ];
  const listed = await context.database
    .selectFrom('places')
    .select(['belfiore', 'postcode'])
    .where((of) => of('belfiore', '=', of.fn.any(of.val(wanted))))
    .execute();
  const postcodes = Map.groupBy(listed, (row) => row.belfiore);
  return addresses.map((address, at) => {
    const municipality = found[at];
    if (!address || !municipality) return undefined;
    if (!municipality.ok) {
      const meant = municipality.suggestion
        ? `; ${municipality.suggestion.name} (${municipality.suggestion.province})?`
        : '';
      return {
        field: municipality.problem,
        reason: `no municipality ${address.municipality} in the province ${address.province}${meant}`,
      };
    }
    const own = postcodes.get(municipality.value.belfiore ?? '');
    return own && !own.some((row) => row.postcode === address.postcode)
      ? { field: 'postcode', reason: `${address.postcode} is not a postcode of ${address.municipality}` }
      : undefined;
  });
}

export type Place = { belfiore: string; municipality: string; province: string; postcode: string };

/** Replaces the list of postcodes with the operator's own; all of it or nothing. Returns how many there are. */
export async function loadPlaces(context: Context, list: readonly Place[]): Promise<number> {
  return transaction(context, async (tx) => {
    await tx.database.deleteFrom('places').execute();
    const inserted = await sql`
      insert into places (belfiore, municipality, province, postcode)
      select distinct on (i.belfiore, i.postcode) i.belfiore, i.municipality, i.province, i.postcode
      from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as i(belfiore text, municipality text, province text, postcode text)`.execute(
      tx.database,
    );
    return Number(inserted.numAffectedRows ?? 0);
  });
}
