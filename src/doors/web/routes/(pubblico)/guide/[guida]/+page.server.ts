import { error } from '@sveltejs/kit';
import { guidePage, helpFor, helpWords } from '#capabilities/help/index.ts';
import { pictureFiles } from '../../../../parts/guide-pictures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
  const { context, language, viewer } = locals;
  const page = guidePage(context, viewer, { name: params.guida });
  if (!page) error(404);
  const say = helpWords(language);
  const pictured = ({ picture }: (typeof page.steps)[number]) => {
    const files = picture && pictureFiles(language, picture.name);
    return files && { alt: picture.alt, files };
  };
  return {
    page: { ...page, steps: page.steps.map((step) => ({ ...step, picture: pictured(step) })) },
    words: {
      back: say('help.guides_title'),
      needs: say('help.guide_needs'),
      steps: say('help.guide_steps'),
      wayOn: say('help.way_on'),
      others: say('help.guide_others'),
    },
    help: helpFor(language, page.area),
  };
};
