import { error, redirect } from '@sveltejs/kit';
import { pageFor } from '#capabilities/confirmation/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import { customerOf } from '../../../../../customer.server.ts';
import { inLanguage } from '../../../../../link.ts';
import { missingPage } from '../../../../../parts/code-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context, language } = locals;
  const page = await pageFor(context, customerOf(locals), params.operazione, language);
  if (!page) error(404);
  if (page.state !== 'waiting') redirect(303, inLanguage(language, `/conferma/${params.operazione}`));
  const missing = missingPage(page, params.operazione, language);
  return { missing, flow: { title: page.words.title, back: missing.back }, help: helpFor(language, 'messages') };
};
