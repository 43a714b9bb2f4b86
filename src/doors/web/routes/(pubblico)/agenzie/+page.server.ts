import { helpFor } from '#capabilities/help/index.ts';
import { agencyOfParty, partiesWords, publicAgencies } from '#capabilities/parties/index.ts';
import { agencyWords, writeToAgency } from '../../../parts/agency.server.ts';
import type { PageServerLoad } from './$types';

/** No town is longer than this. */
const searchMax = 80;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, language, viewer } = locals;
  const say = partiesWords(language);
  const text = (url.searchParams.get('luogo') ?? '').trim().slice(0, searchMax);
  const [{ agencies, total }, own] = await Promise.all([
    publicAgencies(context, { text }),
    viewer.kind === 'customer' ? agencyOfParty(context, viewer.profileId) : undefined,
  ]);
  const count = total;
  return {
    text,
    agencies: agencies.map((agency) => agencyWords(context, agency, language)),
    own: own && agencyWords(context, own, language),
    help: helpFor(language, 'requests'),
    words: {
      title: say('parties.agencies_title'),
      lead: say('parties.agencies_text'),
      label: say('parties.search_label'),
      search: say('parties.search_button'),
      found: text ? say('parties.found_for', { count, text }) : say('parties.found', { count }),
      some: agencies.length < total ? say('parties.found_some', { shown: agencies.length, count }) : undefined,
      none: say('parties.found_none', { text }),
      all: say('parties.search_all'),
      own: say('parties.own_agency'),
      map: say('parties.map'),
      write: writeToAgency(language),
    },
  };
};
