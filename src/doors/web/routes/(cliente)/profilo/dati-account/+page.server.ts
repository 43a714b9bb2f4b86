import { helpAbout } from '#capabilities/help/index.ts';
import { accountData, profileWords } from '#capabilities/profile/index.ts';
import { longDay } from '#kernel/format.ts';
import { customerOf } from '../../../../customer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, language } = locals;
  const say = profileWords(language);
  const account = await accountData(context, customerOf(locals));
  return {
    facts: [
      { label: say('profile.name'), value: account.name },
      { label: say(`profile.${account.fiscalId.kind}`), value: account.fiscalId.value, isIdentifier: true },
      ...(account.username ? [{ label: say('profile.username'), value: account.username.text }] : []),
      { label: say('profile.since'), value: longDay(account.since, language) },
    ],
    customerCode: account.customerCode,
    help: helpAbout(language, 'numero-polizza-e-codice-cliente', 'cambiare-un-recapito'),
    warning: account.username?.isEnded ? say('profile.username_ended') : undefined,
    words: {
      up: say('profile.title'),
      title: say('profile.account'),
      lead: say('profile.account_lead'),
      code: say('profile.customer_code'),
      codeText: say('profile.customer_code_text'),
      asOf: say('profile.as_of', { day: longDay(account.asOf, language) }),
      change: say('profile.change'),
    },
  };
};
