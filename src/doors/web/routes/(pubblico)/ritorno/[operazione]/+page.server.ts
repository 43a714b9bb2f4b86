// Where the provider sends the payer back to, whatever happened. Its address claims nothing: the outcome page asks.
import { redirect } from '@sveltejs/kit';
import { comeBack, paymentsWords } from '#capabilities/payments/index.ts';
import { withWayBack } from '../../../../address.ts';
import { inLanguage } from '../../../../link.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context, language, viewer } = locals;
  const outcome = `/esito/${params.operazione}`;
  // Signed in or not, this is the moment to ask how it went. Without a session nothing is shown of the payment.
  await comeBack(context, viewer, params.operazione);
  if (viewer.kind === 'customer') redirect(303, inLanguage(language, outcome));
  const say = paymentsWords(language);
  return {
    signIn: withWayBack('/accesso', outcome),
    words: {
      title: say('payments.return_page_title'),
      text: say('payments.return_page_text'),
      signIn: say('payments.return_page_sign_in'),
    },
  };
};
