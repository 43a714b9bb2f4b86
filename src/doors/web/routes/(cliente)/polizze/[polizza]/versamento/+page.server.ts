import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { propose } from '#capabilities/confirmation/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import { contribute, contributionFor, paymentsWords } from '#capabilities/payments/index.ts';
import { centsFromText } from '#kernel/money.ts';
import { customerOf } from '../../../../../customer.server.ts';
import { readForm, refuse } from '../../../../../form.ts';
import { inLanguage } from '../../../../../link.ts';
import { contributionPage } from '../../../../../parts/contribution-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context, language } = locals;
  const viewer = customerOf(locals);
  const view = await contributionFor(context, viewer, params.polizza);
  if (!view) error(404);
  const typed = url.searchParams.get('importo') ?? locals.kept?.importo;
  const isChanging = url.searchParams.has('cambia');
  const page = await contributionPage(context, viewer, view, { typed, isChanging }, language);
  const flow = {
    title: page.words.flow,
    back: page.back,
    ...(!page.refused && { step: page.chosen ? 2 : 1, steps: 4 }),
  };
  return { page, flow, help: helpFor(language, 'payments') };
};

export const actions: Actions = {
  async versa(event) {
    const { context, language } = event.locals;
    const say = paymentsWords(language);
    const importo = z.string().transform((text, check) => {
      const cents = centsFromText(text);
      if (cents !== undefined) return cents;
      check.addIssue({ code: 'custom', message: say('payments.contribution_unreadable') });
      return z.NEVER;
    });
    const metodo = z.enum(['card', 'mybank', 'satispay'], say('payments.choose_method'));
    const read = await readForm(event, z.object({ importo, metodo }));
    if (!read.ok) return read.failure;
    const wanted = { policy: event.params.polizza, amountCents: read.data.importo, method: read.data.metodo };
    const proposed = await propose(context, customerOf(event.locals), contribute, wanted);
    if (!proposed.ok) return refuse(event, proposed.reasons, { values: { metodo: read.data.metodo } });
    redirect(303, inLanguage(language, `/conferma/${proposed.value.operation}`));
  },
};
