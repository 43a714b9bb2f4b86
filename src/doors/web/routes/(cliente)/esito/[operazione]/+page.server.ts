import { error, redirect } from '@sveltejs/kit';
import { helpAbout } from '#capabilities/help/index.ts';
import { giveUp, statusFor } from '#capabilities/payments/index.ts';
import { customerOf } from '../../../../customer.server.ts';
import { refuse } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { setNotice } from '../../../../notice.ts';
import { type Look, outcomePage } from '../../../../parts/outcome-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context, language } = locals;
  const status = await statusFor(context, customerOf(locals), params.operazione);
  if (!status) error(404);
  const look: Look = url.searchParams.has('vai') ? 'leading' : url.searchParams.has('segui') ? 'following' : 'once';
  const outcome = outcomePage(context, status, look, language);
  return {
    outcome,
    flow: { title: outcome.words.flow, back: '/', step: 3, steps: 3 },
    help: helpAbout(language, 'pagamento-in-attesa', 'dov-e-la-ricevuta'),
  };
};

export const actions: Actions = {
  async rinuncia(event) {
    const { context, language } = event.locals;
    const answer = await giveUp(context, customerOf(event.locals), event.params.operazione);
    if (!answer.ok && answer.reasons[0].code === 'payments.not_found') error(404);
    if (!answer.ok) return refuse(event, answer.reasons);
    setNotice(event, 'given_up');
    redirect(303, inLanguage(language, `/esito/${event.params.operazione}`));
  },
};
