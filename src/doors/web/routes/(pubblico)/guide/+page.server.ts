import { guideLinks, helpFor, helpWords } from '#capabilities/help/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const { language } = locals;
  const say = helpWords(language);
  return {
    title: say('help.guides_title'),
    lead: say('help.guides_lead'),
    guides: guideLinks(language),
    help: helpFor(language, 'registration'),
  };
};
