import { type RequestEvent, redirect } from '@sveltejs/kit';
import {
  accessWords,
  challengeFor,
  confirmDevice,
  resendDeviceCode,
  sendToUsername,
} from '#capabilities/access/index.ts';
import type { Outcome, Reason } from '#kernel/outcome.ts';
import { readForm, refuse } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { setNotice } from '../../../../notice.ts';
import { codeFields, codeForm, codePage } from '../../../../parts/access.server.ts';
import { goOn, onlyVisitors } from '../../../../sign-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  onlyVisitors(event);
  const { context, viewer, language } = event.locals;
  const challenge = await challengeFor(context, viewer);
  if (!challenge) redirect(303, inLanguage(language, '/accesso'));
  return codePage(language, challenge);
};

export const actions: Actions = {
  async accedi(event) {
    const { context, viewer, language } = event.locals;
    const read = await readForm(event, codeForm, accessWords(language));
    if (!read.ok) return read.failure;
    const confirmed = await confirmDevice(context, viewer, { code: read.data.codice });
    if (!confirmed.ok) return refused(event, confirmed.reasons);
    await goOn(event, { kind: 'signed_in', ...confirmed.value });
  },
  async nuovo(event) {
    return sent(event, await resendDeviceCode(event.locals.context, event.locals.viewer));
  },
  async altrove(event) {
    return sent(event, await sendToUsername(event.locals.context, event.locals.viewer));
  },
};

function sent(event: RequestEvent, outcome: Outcome<undefined>) {
  if (!outcome.ok) return refused(event, outcome.reasons);
  setNotice(event, 'code_sent');
  redirect(303, inLanguage(event.locals.language, '/accesso/codice'));
}

/** Without anything to confirm any more this page cannot be shown: back to the password, which says so. */
function refused(event: RequestEvent, reasons: readonly Reason[]) {
  if (reasons[0]?.code === 'access.challenge_gone') {
    setNotice(event, 'start_again', 'warn');
    redirect(303, inLanguage(event.locals.language, '/accesso'));
  }
  return refuse(event, reasons, { field: codeFields });
}
