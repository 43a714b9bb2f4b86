import { say as words } from '../../../words/say.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const say = words(locals.language);
  return {
    title: say('web.menu'),
    text: say(locals.session ? 'web.menu_page_text' : 'web.menu_page_text_visitor'),
  };
};
