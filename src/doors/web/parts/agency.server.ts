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
  /** Its page, where the ways to a map are. */
  map: string;
  maps: { href: string; text: string }[];
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
    map: `/agenzie/${agency.publicId}#mappa`,
    maps: mapsOf(agency, language),
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

/**
 * Links to maps, of which the reader chooses: plain addresses, so nothing leaves before the press. At the point where the
 * core system knows it, else a search for the address.
 */
function mapsOf(agency: Agency, language: Language): AgencyWords['maps'] {
  const address = `${agency.street}, ${agency.postcode} ${agency.municipality}`;
  const isPlaced = agency.latitude !== null && agency.longitude !== null;
  const point = isPlaced ? `${agency.latitude},${agency.longitude}` : undefined;
  const of = (values: Record<string, string>): string => new URLSearchParams(values).toString();
  const openStreetMap = isPlaced
    ? `?${of({ mlat: String(agency.latitude), mlon: String(agency.longitude) })}#map=17/${agency.latitude}/${agency.longitude}`
    : `search?${of({ query: address })}`;
  return [
    // RFC 5870, with the query that phones add to it.
    {
      href: `geo:${point ?? '0,0'}?${of({ q: address }).replaceAll('+', '%20')}`,
      text: partiesWords(language)('parties.map_app'),
    },
    { href: `https://www.openstreetmap.org/${openStreetMap}`, text: 'OpenStreetMap' },
    { href: `https://www.google.com/maps/search/?${of({ api: '1', query: point ?? address })}`, text: 'Google Maps' },
    {
      href: `https://maps.apple.com/?${of({ q: address, ...(point && { ll: point }) })}`,
      text: language === 'it' ? 'Mappe di Apple' : 'Apple Maps',
    },
  ];
}
