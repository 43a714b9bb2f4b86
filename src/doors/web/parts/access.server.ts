// The words of the pages of sign-in and recovery, and the shapes of their forms.
import { z } from 'zod';
import { type AskedUsername, accessSettings, accessWords, type ChallengeView } from '#capabilities/access/index.ts';
import { resendSeconds } from '#capabilities/codes/index.ts';
import { textOf } from '#capabilities/contacts/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import type { Context } from '#kernel/context.ts';
import { time } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { fiscalIdField } from './fiscal-id.server.ts';
import { usernameField } from './username.server.ts';

const username = usernameField({
  missing: 'access.username_missing',
  shape: 'access.username_shape',
  landline: 'access.username_landline',
});
const password = z.string().min(1, 'access.password_missing');

export const credentialsForm = z.object({ username, password });
export const recoveryForm = z.object({ username });
export const codeForm = z.object({ codice: z.string().trim().min(1, 'access.code_missing') });
export const newPasswordForm = z.object({ password });

/** The refusals of codes stand beside the field; the others on top. */
export const codeFields = Object.fromEntries(
  ['wrong', 'expired', 'older', 'no_tries', 'used', 'none'].map((name) => [`codes.${name}`, 'codice']),
);
/** And those of a new password beside its field. */
export const passwordFields = Object.fromEntries(
  ['short', 'long', 'common', 'pattern', 'own'].map((name) => [`access.password_${name}`, 'password']),
);

/** A contact as its owner typed it once: an e-mail as it is, a mobile with its spaces. */
export const shownUsername = (value: string): string =>
  textOf({ kind: value.includes('@') ? 'email' : 'mobile', value });

export function signInPage(language: Language, hasEnded: boolean) {
  const say = accessWords(language);
  return {
    words: {
      title: say('access.sign_in_title'),
      intro: say('access.sign_in_intro'),
      ended: hasEnded ? say('access.session_over') : undefined,
      username: say('access.username'),
      usernameHint: say('access.username_hint'),
      password: say('access.password'),
      button: say('access.sign_in_button'),
      forgotten: say('access.forgotten'),
      registerTitle: say('access.register_title'),
      registerText: say('access.register_text'),
      register: say('access.register_link'),
    },
    help: helpFor(language, 'access'),
  };
}

export function codePage(language: Language, challenge: ChallengeView) {
  const say = accessWords(language);
  const { contact, send, elsewhere } = challenge;
  return {
    flow: { title: say('access.sign_in_title'), back: '/accesso' },
    expiresAt: send?.expiresAt,
    words: {
      title: say('access.code_title'),
      intro: say(`access.code_intro_${challenge.kind}`, { contact }),
      valid: send && say('access.code_valid', { time: time(send.expiresAt, language), reference: send.reference }),
      field: say('access.code_field'),
      hint: say('access.code_hint'),
      button: say('access.code_button'),
      resend: say('access.code_resend'),
      help: say('access.code_help'),
      helps: [
        ...(challenge.kind === 'mobile' ? [say('access.code_help_signal')] : []),
        say('access.code_help_spam'),
        say('access.code_help_again', { seconds: resendSeconds }),
      ],
      helpSupport: say('access.code_help_support'),
      support: say('access.way_support'),
      lost: say('access.code_lost'),
      elsewhere: elsewhere && say('access.code_lost_text', { contact: elsewhere }),
      elsewhereButton: say('access.code_lost_button'),
      other: say('access.code_other_account'),
    },
    help: helpFor(language, 'messages'),
  };
}

export function recoverPage(language: Language, typed: string | undefined) {
  const say = accessWords(language);
  return {
    flow: { title: say('access.forgotten'), back: '/accesso' },
    typed,
    words: {
      title: say('access.recover_title'),
      intro: say('access.recover_intro'),
      username: say('access.username'),
      usernameHint: say('access.username_hint'),
      button: say('access.recover_button'),
      usernameTitle: say('access.recover_username_title'),
      usernameText: say('access.recover_username_text'),
      usernameLink: say('access.recover_username_link'),
    },
    help: helpFor(language, 'access'),
  };
}

export const usernameQuestionForm = (language: Language) =>
  z.object({
    codiceFiscale: fiscalIdField(language),
    polizza: z.string().trim().max(policyNumberMax, accessWords(language)('access.forgot_policy_long')).optional(),
  });
/** Longer than any number that an insurer prints. */
const policyNumberMax = 40;

export function forgottenPage(language: Language, asked: AskedUsername | undefined) {
  const say = accessWords(language);
  return {
    flow: { title: say('access.forgotten'), back: '/recupera' },
    typed: { codiceFiscale: asked?.fiscalId, polizza: asked?.policyNumber },
    words: {
      title: say('access.forgot_title'),
      intro: say('access.forgot_intro'),
      field: say('access.forgot_field'),
      fieldHint: say('access.forgot_field_hint'),
      policy: say('access.forgot_policy'),
      policyHint: say('access.forgot_policy_hint'),
      button: say('access.forgot_button'),
      password: say('access.forgot_password_link'),
    },
    help: helpFor(language, 'access'),
  };
}

/** The same page for everybody; only what the right policy number has brought makes a difference (ACC-3). */
export function usernameSentPage(language: Language, asked: AskedUsername) {
  const say = accessWords(language);
  const { fiscalId, policyNumber, shown } = asked;
  return {
    flow: { title: say('access.forgotten'), back: '/recupera/nome-utente' },
    shown:
      typeof shown === 'object'
        ? { title: say('access.forgot_shown', shown), text: say('access.forgot_shown_text') }
        : undefined,
    deciding: shown === 'deciding' ? say('access.forgot_deciding') : undefined,
    notShown: shown === 'nothing' && policyNumber ? say('access.forgot_not_shown') : undefined,
    more: policyNumber ? undefined : say('access.forgot_more'),
    words: {
      title: say('access.forgot_sent_title'),
      text: say('access.forgot_sent_text', { fiscalId }),
      refresh: say('access.forgot_refresh'),
      moreLink: say('access.forgot_more_link'),
      signIn: say('access.way_sign_in'),
      nothing: say('access.sent_nothing'),
      steps: [say('access.sent_spam'), say('access.forgot_where'), say('access.forgot_check', { fiscalId })],
      agency: say('access.sent_agency'),
      agencyLink: say('access.sent_agency_link'),
      support: say('access.sent_support'),
      supportLink: say('access.way_support'),
      again: say('access.forgot_again'),
      other: say('access.forgot_other'),
    },
    help: helpFor(language, 'messages'),
  };
}

export function sentPage(language: Language, asked: { username: string; minutes: number }) {
  const say = accessWords(language);
  const contact = shownUsername(asked.username);
  return {
    flow: { title: say('access.forgotten'), back: '/recupera' },
    words: {
      title: say('access.sent_title'),
      text: say('access.sent_text', { contact, minutes: asked.minutes }),
      nothing: say('access.sent_nothing'),
      steps: [say('access.sent_spam'), say('access.sent_check', { contact }), say('access.sent_again')],
      username: {
        text: say('access.sent_username'),
        href: '/recupera/nome-utente',
        link: say('access.recover_username_link'),
      },
      agency: say('access.sent_agency'),
      agencyLink: say('access.sent_agency_link'),
      support: say('access.sent_support'),
      supportLink: say('access.way_support'),
      again: say('access.sent_again_button'),
      other: say('access.sent_other'),
      back: say('access.recover_back'),
    },
    help: helpFor(language, 'messages'),
  };
}

/** What the server will judge, said before anything is typed: it needs no scripts (REG-7). */
export function passwordRules(language: Language) {
  const say = accessWords(language);
  return {
    title: say('access.rules_title'),
    list: [
      say('access.rules_words'),
      say('access.rules_pattern'),
      say('access.rules_common'),
      say('access.rules_own'),
      say('access.rules_free'),
    ],
  };
}

export function newPasswordPage(context: Context, language: Language, username: string) {
  const say = accessWords(language);
  const min = context.settings.value(accessSettings.passwordMin);
  return {
    flow: { title: say('access.forgotten'), back: '/accesso' },
    username,
    min,
    words: {
      title: say('access.new_title'),
      intro: say('access.new_intro', { contact: shownUsername(username) }),
      field: say('access.new_field'),
      hint: say('access.new_hint', { min }),
      rules: passwordRules(language),
      button: say('access.new_button'),
    },
    help: helpFor(language, 'access'),
  };
}

/** A link that leads nowhere any more: why, and the way to a new one. */
export function deadLinkPage(language: Language) {
  const say = accessWords(language);
  return {
    flow: { title: say('access.forgotten'), back: '/accesso' },
    words: { title: say('access.link_dead_title'), button: say('access.link_dead_button') },
    help: helpFor(language, 'access'),
  };
}
