// The due day of something to pay, for one's calendar. [PAY-4]
import { redirect } from '@sveltejs/kit';
import { payableViewFor } from '#capabilities/payments/index.ts';
import { customerOf } from '../../../../../customer.server.ts';
import { fileAnswer } from '../../../../../file-answer.ts';
import { inLanguage } from '../../../../../link.ts';
import { calendarFile } from '../../../../../parts/calendar.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { context, language } = locals;
  const payable = await payableViewFor(context, customerOf(locals), params.rata);
  // A file has no page of its own to say why: the list says it.
  if (!payable) redirect(303, inLanguage(language, '/pagamenti?motivo=payments.not_found'));
  const { name, content } = calendarFile(context, payable, language);
  return fileAnswer(content, { mediaType: 'text/calendar; charset=utf-8; method=PUBLISH', name });
};
