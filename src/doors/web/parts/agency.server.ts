// An agency in the reader's words: for the card on Home and on a policy, the public list and its own page.
import { type Agency, agencyIsOpen, openingWeek, partiesWords } from '#capabilities/parties/index.ts';
import { requestWords } from '#capabilities/requests/index.ts';
import type { Context } from '#kernel/context.ts';
import { longDay } from '#kernel/format.ts';
import { formatPhone } from '#kernel/italian/phones.ts';
import type { Language } from '#kernel/language.ts';

export type AgencyWords = {
  name: string;
  /** Its page, without language. */
  path: string;
  street: string;
  place: string;
  phone: { href: string; text: string };
  email: { href: string; text: string };
  map: string;
  opening: { isOpen: boolean; tag: string; text: string };
  week: { days: string; times: string }[];
  asOf: string;
};

/** Everything a page shows of an agency, as finished text. */
export function agencyWords(context: Context, agency: Agency, language: Language): AgencyWords {
  const say = partiesWords(language);
  const opening = agencyIsOpen(context, agency.hours, language);
  return {
    name: agency.name,
    path: `/agenzie/${agency.publicId}`,
    street: agency.street,
    place: `${agency.postcode} ${agency.municipality} (${agency.province})`,
    phone: { href: `tel:${agency.phone}`, text: formatPhone(agency.phone) },
    email: { href: `mailto:${agency.email}`, text: agency.email },
    map: mapOf(agency),
    opening: { ...opening, tag: say(opening.isOpen ? 'parties.tag_open' : 'parties.tag_closed') },
    week: openingWeek(agency.hours, language),
    asOf: say('parties.as_of', { day: longDay(agency.asOf, language) }),
  };
}

/** The way to a question for the agency, of a policy when one is being looked at (REQ-10). */
export const writeToAgency = (language: Language, policy?: string): { href: string; text: string } => ({
  href: policy ? `/richieste/agenzia?polizza=${policy}` : '/richieste/agenzia',
  text: requestWords(language)('requests.agency_title'),
});

/** A link to a public map: at the point where the core system knows it, else a search for the address. */
function mapOf(agency: Agency): string {
  if (agency.latitude !== null && agency.longitude !== null) {
    const { latitude, longitude } = agency;
    return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  }
  const query = `${agency.street}, ${agency.postcode} ${agency.municipality}`;
  return `https://www.openstreetmap.org/search?${new URLSearchParams({ query })}`;
}
