import { helpFor } from '#capabilities/help/index.ts';
import { listFor, requestWords } from '#capabilities/requests/index.ts';
import { customerOf } from '../../../customer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, language } = locals;
  const say = requestWords(language);
  return {
    requests: await listFor(context, customerOf(locals)),
    help: helpFor(language, 'requests'),
    words: {
      title: say('requests.list_title'),
      lead: say('requests.list_lead'),
      empty: say('requests.list_empty'),
      write: say('requests.list_new'),
      agency: say('requests.agency_title'),
    },
  };
};
