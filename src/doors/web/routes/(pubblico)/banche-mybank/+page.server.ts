import { error } from '@sveltejs/kit';
import { helpFor } from '#capabilities/help/index.ts';
import { findBanks } from '#capabilities/payments/index.ts';
import { wayBackFrom } from '../../../address.ts';
import { banksPage } from '../../../parts/banks-page.server.ts';
import type { PageServerLoad } from './$types';

/** No bank has a longer name. */
const searchMax = 80;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, language, viewer } = locals;
  const text = (url.searchParams.get('banca') ?? '').trim().slice(0, searchMax);
  const found = await findBanks(context, viewer, { text });
  if (!found) error(404);
  return { ...banksPage(found, text, wayBackFrom(url.searchParams), language), help: helpFor(language, 'payments') };
};
