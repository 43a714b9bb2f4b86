import { helpAbout } from '#capabilities/help/index.ts';
import { agencyOfParty, publicAgencies } from '#capabilities/parties/index.ts';
import { agenciesPage } from '../../../parts/agencies-page.server.ts';
import type { PageServerLoad } from './$types';

/** No town is longer than this. */
const searchMax = 80;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, language, viewer } = locals;
  const text = (url.searchParams.get('luogo') ?? '').trim().slice(0, searchMax);
  const page = Number.parseInt(url.searchParams.get('pagina') ?? '1', 10) || 1;
  const [found, own] = await Promise.all([
    publicAgencies(context, { text, page }),
    viewer.kind === 'customer' ? agencyOfParty(context, viewer.profileId) : undefined,
  ]);
  return {
    ...agenciesPage(context, { found, text, own }, language),
    help: helpAbout(language, 'trovare-un-agenzia', 'chiedere-all-agenzia'),
  };
};
