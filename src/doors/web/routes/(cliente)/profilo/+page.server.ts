import { helpFor } from '#capabilities/help/index.ts';
import { agencyOfParty } from '#capabilities/parties/index.ts';
import { profileWords } from '#capabilities/profile/index.ts';
import { customerOf } from '../../../customer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, language } = locals;
  const say = profileWords(language);
  const agency = await agencyOfParty(context, customerOf(locals).partyId);
  return {
    title: say('profile.title'),
    text: say('profile.text'),
    help: helpFor(language, 'contacts'),
    entries: [
      { path: '/profilo/dati-account', icon: 'user', title: say('profile.account'), text: say('profile.account_text') },
      { path: '/profilo/recapiti', icon: 'mail', title: say('profile.contacts'), text: say('profile.contacts_text') },
      { path: '/profilo/accessi', icon: 'device', title: say('profile.access'), text: say('profile.access_text') },
      { path: '/documenti', icon: 'document', title: say('profile.documents'), text: say('profile.documents_text') },
      ...(agency
        ? [
            {
              path: `/agenzie/${agency.publicId}`,
              icon: 'agency',
              title: say('profile.agency'),
              text: agency.name,
            } as const,
          ]
        : []),
    ] as const,
  };
};
