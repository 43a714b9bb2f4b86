import { helpAbout, stateOf } from '#capabilities/help/index.ts';
import { statePage } from '../../../parts/state-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, language } = locals;
  const state = await stateOf(context);
  // A page that says that nothing works is no success either: proxies and watchers read the number.
  if (state.lines.some((line) => line.name === 'pages' && line.state === 'down')) locals.status = 503;
  return {
    page: statePage(context, state, language),
    help: helpAbout(language, 'che-cosa-funziona', 'il-codice-non-arriva'),
  };
};
