import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { confirm, confirmationWords, pageFor, requestCode } from '#capabilities/confirmation/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import { customerOf } from '../../../../customer.server.ts';
import { readForm, refuse } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { setNotice } from '../../../../notice.ts';
import { overPage, waitingPage } from '../../../../parts/code-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context, language } = locals;
  const page = await pageFor(context, customerOf(locals), params.operazione, language);
  if (!page) error(404);
  if (page.state === 'done') redirect(303, inLanguage(language, page.next));
  const help = helpFor(language, 'confirmation');
  if (page.state === 'over') {
    return { over: overPage(context, page, language), flow: { title: page.title, back: page.back }, help };
  }
  const flow = { title: page.words.title, back: page.back, ...page.words.progress };
  return { code: waitingPage(context, page, language), operation: params.operazione, flow, help };
};

/** Refusals of the typed code stand beside its field; the others are the page's own states. */
const field = Object.fromEntries(
  ['wrong', 'expired', 'older', 'no_tries', 'used', 'none'].map((code) => [`codes.${code}`, 'code']),
);

export const actions: Actions = {
  async conferma(event) {
    const { context, language } = event.locals;
    const shape = confirmationWords(language)('confirmation.code_shape');
    const digits = z
      .string(shape)
      .transform((text) => text.replace(/\D/g, ''))
      .refine((code) => code.length === 6, shape);
    const read = await readForm(event, z.object({ code: digits }));
    if (!read.ok) return read.failure;
    const given = { operation: event.params.operazione, code: read.data.code };
    const answer = await confirm(context, customerOf(event.locals), given);
    if (answer.ok) redirect(303, inLanguage(language, answer.value.next));
    if (field[answer.reasons[0].code]) return refuse(event, answer.reasons, { field });
    redirect(303, inLanguage(language, `/conferma/${event.params.operazione}`));
  },
  async nuovo(event) {
    const { context, language } = event.locals;
    const answer = await requestCode(context, customerOf(event.locals), event.params.operazione);
    if (!answer.ok && !answer.reasons[0].code.startsWith('confirmation.')) return refuse(event, answer.reasons);
    if (answer.ok) setNotice(event, 'code_sent');
    redirect(303, inLanguage(language, `/conferma/${event.params.operazione}`));
  },
};
