// Who is this, which profiles, which agency.

import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { places } from '#kernel/italian/places.server.ts';
import type { Language } from '#kernel/language.ts';
import { bareFiscalId, partyMeant } from './rules/fiscal-id.ts';
import { type Found, findAt, type Town } from './rules/search.ts';
import type { PartyKind } from './rules.ts';
import { agenciesMax, agenciesShownMax, samePersonMax } from './settings.ts';
import {
  type Agency,
  agencyByIdRow,
  agencyByPublicId,
  agencyOfPartyRow,
  agencyRowsById,
  linksFrom,
  type PartyRow,
  partyIdByCustomerCode,
  partyIdsByFiscalId,
  partyRowsById,
  searchedAgencies,
} from './store.server.ts';

export type Party = {
  id: string;
  kind: PartyKind;
  /** `Giulia Bianchi`, `Moretti Srl`. */
  displayName: string;
  /** How to greet: the given name, or the business as a whole. */
  greetingName: string;
  givenName: string | undefined;
  familyName: string | undefined;
  businessName: string | undefined;
  codiceFiscale: string | undefined;
  partitaIva: string | undefined;
  birthDay: Day | undefined;
  language: Language;
  customerCode: string;
  agencyId: string;
  asOf: Day;
};

function partyFrom(row: PartyRow): Party {
  return {
    ...row,
    greetingName: row.businessName ?? row.givenName ?? row.displayName,
    givenName: row.givenName ?? undefined,
    familyName: row.familyName ?? undefined,
    businessName: row.businessName ?? undefined,
    codiceFiscale: row.codiceFiscale ?? undefined,
    partitaIva: row.partitaIva ?? undefined,
    birthDay: row.birthDay ?? undefined,
  };
}

/** A party by id; nothing when there is none. For the capabilities above: the id must come from a viewer or a relation. */
export async function partyOf(context: Context, partyId: string): Promise<Party | undefined> {
  const [row] = await partyRowsById(context, [partyId]);
  return row && partyFrom(row);
}

/** Whose customer code it is, for the desks. */
export const partyByCustomerCode = (context: Context, customerCode: string): Promise<string | undefined> =>
  partyIdByCustomerCode(context, customerCode);

/** Which of these parties a typed codice fiscale or partita IVA belongs to; the same shape of answer in every case (REG-5). */
export async function matchFiscalId(
  context: Context,
  partyIds: readonly string[],
  typed: string,
): Promise<string | undefined> {
  const parties = (await partyRowsById(context, partyIds)).map(partyFrom);
  return partyMeant(parties, typed);
}

/** Everybody whom a typed codice fiscale or partita IVA belongs to. For recovery; pages never learn of it (ACC-3). */
export const partiesWithFiscalId = (context: Context, typed: string): Promise<string[]> =>
  partyIdsByFiscalId(context, bareFiscalId(typed), samePersonMax);

export type Profile = { partyId: string; displayName: string; because: 'own' | 'trades_as' | 'owns' | 'represents' };

/**
 * What an account of this party may look at: itself first, then, for a person, the own business, a company it owns, whom
 * it represents. From a business only the business is seen (POL-7).
 */
export async function profilesOf(context: Context, partyId: string): Promise<Profile[]> {
  const party = await partyOf(context, partyId);
  if (!party) return [];
  const own: Profile = { partyId, displayName: party.displayName, because: 'own' };
  if (party.kind !== 'person') return [own];
  const linked = await linksFrom(context, partyId, today(context.clock));
  return [
    own,
    ...linked.flatMap((row): Profile[] =>
      row.because === 'household' ? [] : [{ partyId: row.id, displayName: row.displayName, because: row.because }],
    ),
  ];
}

export const agencyById = (context: Context, id: string): Promise<Agency | undefined> => agencyByIdRow(context, id);

/** The agency that looks after a party. */
export const agencyOfParty = (context: Context, partyId: string): Promise<Agency | undefined> =>
  agencyOfPartyRow(context, partyId);

/** An agency of the public list by its public id; nothing about customers is said or used. */
export const publicAgency = (context: Context, publicId: string): Promise<Agency | undefined> =>
  agencyByPublicId(context, publicId);

export type AgencyPage = {
  agencies: Agency[];
  /** How many were found in all, and which page of how many this is. */
  total: number;
  page: number;
  pages: number;
  /** Found at what was typed, at something written almost like it, or near it. */
  how: Found<unknown>['how'];
  near: Town | undefined;
};

/** The agencies at a place or by a name, all of them without a search, page by page (REQ-10). */
export async function publicAgencies(
  context: Context,
  input: { text?: string | undefined; page?: number | undefined } = {},
): Promise<AgencyPage> {
  const all = await searchedAgencies(context, agenciesMax);
  const { how, near, agencies } = findAt(all, input.text ?? '', (name) => places().named(name));
  const pages = Math.max(1, Math.ceil(agencies.length / agenciesShownMax));
  const page = Math.min(Math.max(1, input.page ?? 1), pages);
  const shown = agencies.slice((page - 1) * agenciesShownMax, page * agenciesShownMax);
  return {
    agencies: await agencyRowsById(
      context,
      shown.map((agency) => agency.id),
    ),
    total: agencies.length,
    page,
    pages,
    how,
    near,
  };
}
