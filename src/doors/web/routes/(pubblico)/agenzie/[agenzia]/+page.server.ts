import { error } from '@sveltejs/kit';
import { helpFor } from '#capabilities/help/index.ts';
import { agencyOfParty, partiesWords, publicAgency } from '#capabilities/parties/index.ts';
import { agencyWords } from '../../../../parts/agency.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context, language, viewer } = locals;
  const say = partiesWords(language);
  const [agency, own] = await Promise.all([
    publicAgency(context, params.agenzia),
    viewer.kind === 'customer' ? agencyOfParty(context, viewer.profileId) : undefined,
  ]);
  if (!agency) error(404);
  return {
    agency: agencyWords(context, agency, language),
    isOwn: own?.id === agency.id,
    help: helpFor(language, 'requests'),
    words: {
      all: say('parties.agencies_all'),
      own: say('parties.agency_of_customer'),
      contacts: say('parties.contacts'),
      address: say('parties.address'),
      phone: say('parties.phone'),
      email: say('parties.email'),
      call: say('parties.call'),
      write: say('parties.write'),
      map: say('parties.map'),
      mapText: say('parties.map_text'),
      hours: say('parties.hours'),
      day: say('parties.hours_day'),
      times: say('parties.hours_times'),
      note: say('parties.hours_note'),
    },
  };
};
