import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { propose } from '#capabilities/confirmation/index.ts';
import { helpAbout } from '#capabilities/help/index.ts';
import { payableViewFor, payInstalment, paymentsWords } from '#capabilities/payments/index.ts';
import { customerOf } from '../../../../../../customer.server.ts';
import { readForm, refuse } from '../../../../../../form.ts';
import { inLanguage } from '../../../../../../link.ts';
import { payPage } from '../../../../../../parts/pay-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context, language } = locals;
  const viewer = customerOf(locals);
  const view = await payableViewFor(context, viewer, params.rata);
  if (view?.policy.publicId !== params.polizza) error(404);
  const page = await payPage(context, viewer, view, language);
  const flow = { title: page.words.title, back: page.back, ...(!page.refused && { step: 1, steps: 3 }) };
  return { page, flow, help: helpAbout(language, 'come-pagare', 'importi-e-metodi') };
};

export const actions: Actions = {
  async paga(event) {
    const { context, language } = event.locals;
    const missing = paymentsWords(language)('payments.choose_method');
    const read = await readForm(event, z.object({ metodo: z.enum(['card', 'mybank', 'satispay'], missing) }));
    if (!read.ok) return read.failure;
    const wanted = { payable: event.params.rata, method: read.data.metodo };
    const proposed = await propose(context, customerOf(event.locals), payInstalment, wanted);
    if (!proposed.ok) return refuse(event, proposed.reasons, { values: read.data });
    redirect(303, inLanguage(language, `/conferma/${proposed.value.operation}`));
  },
};
