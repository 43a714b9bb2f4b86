// Who is this, which profiles, who represents whom, which agency? [POL-6] [POL-7] [POL-8] [REQ-10]
// The core system is the master of everything here: parties, agencies, links and consents come from the import.
import type { Capability } from '#kernel/capability.ts';
import { intakes } from './intake.ts';
import { tables } from './store.server.ts';

export { agencyIsOpen, openingWeek } from './hours.ts';
export { agencyIdsByKey, partyIdsByKey } from './intake-store.server.ts';
export { loadPlaces, type Place } from './places.server.ts';
export { bareFiscalId } from './rules/fiscal-id.ts';
export type { OpeningHours } from './rules/hours.ts';
export type { PartyKind } from './rules.ts';
export { type Agency, agencyRows, householdOf, type Looking, partyNames, seenThrough } from './store.server.ts';
export {
  type AgencyPage,
  agencyById,
  agencyOfParty,
  matchFiscalId,
  type Party,
  type Profile,
  partiesWithFiscalId,
  partyByCustomerCode,
  partyOf,
  profilesOf,
  publicAgencies,
  publicAgency,
} from './views.ts';

export { say as partiesWords } from './words/say.ts';

export const capability: Capability = { name: 'parties', tables, intakes };
