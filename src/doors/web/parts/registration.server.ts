// The words of the pages of registration, and the shapes of their forms.
import { z } from 'zod';
import { accessSettings } from '#capabilities/access/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import { type AskedView, registrationWords } from '#capabilities/registration/index.ts';
import type { Context } from '#kernel/context.ts';
import { time } from '#kernel/format.ts';
import { probablyMeant } from '#kernel/italian/email-typos.ts';
import { parseEmail } from '#kernel/italian/emails.ts';
import type { Language } from '#kernel/language.ts';
import { passwordRules, shownUsername } from './access.server.ts';
import { fiscalIdField } from './fiscal-id.server.ts';
import { usernameField } from './username.server.ts';

/** Contact, code, fiscal id, password. */
const steps = 4;
const flow = (language: Language, back: string, step?: 1 | 2 | 3 | 4) => ({
  title: registrationWords(language)('registration.flow'),
  back,
  ...(step && { step, steps }),
});

export const contactForm = z.object({
  username: usernameField({
    missing: 'registration.contact_missing',
    shape: 'registration.contact_shape',
    landline: 'registration.contact_landline',
  }),
  /** What was asked "did you mean?" about already: typed again, it is meant. */
  confermato: z.string().optional(),
});
export const registrationCodeForm = z.object({ codice: z.string().trim().min(1, 'registration.code_missing') });
export const registrationPasswordForm = z.object({ password: z.string().min(1, 'registration.password_missing') });
export const fiscalIdForm = (language: Language) => z.object({ codiceFiscale: fiscalIdField(language) });

/** "Did you mean …?" for an e-mail that is a slip away from a common one; nothing when it was confirmed. */
export function typoIn(language: Language, typed: { typed: string; value: string }, confirmed: string | undefined) {
  const email = typed.value === confirmed ? undefined : parseEmail(typed.value);
  const suggestion = email?.ok ? probablyMeant(email.value) : undefined;
  return suggestion && registrationWords(language)('registration.contact_typo', { suggestion });
}

export function startPage(language: Language, typed: string | undefined) {
  const say = registrationWords(language);
  return {
    flow: flow(language, '/accesso', 1),
    typed,
    words: {
      title: say('registration.title'),
      intro: say('registration.intro'),
      contact: say('registration.contact'),
      contactHint: say('registration.contact_hint'),
      button: say('registration.button'),
      already: say('registration.already'),
      signIn: say('registration.sign_in'),
      cases: [
        { question: say('registration.business'), answer: say('registration.business_text') },
        { question: say('registration.employer'), answer: say('registration.employer_text') },
      ],
    },
    help: helpFor(language, 'registration'),
  };
}

export function checkPage(language: Language, asked: AskedView) {
  const say = registrationWords(language);
  const contact = shownUsername(asked.value);
  return {
    flow: flow(language, '/registrati', 2),
    words: {
      title: say('registration.check_title'),
      text: say('registration.check_text', { contact }),
      valid: say('registration.check_valid', {
        minutes: asked.codeMinutes,
        time: time(asked.codeUntil, language),
        hours: asked.linkHours,
      }),
      field: say('registration.code_field'),
      hint: say('registration.code_hint'),
      button: say('registration.code_submit'),
      again: say('registration.again'),
      other: say('registration.other'),
      nothing: say('registration.nothing'),
      steps: [
        say('registration.nothing_spam'),
        say('registration.nothing_check', { contact }),
        say('registration.nothing_again'),
      ],
      agency: say('registration.nothing_agency'),
      agencyLink: say('registration.way_agency'),
      support: say('registration.nothing_support'),
      supportLink: say('registration.support'),
    },
    help: helpFor(language, 'registration'),
  };
}

export function fiscalIdPage(language: Language, provenBy: 'code' | 'link') {
  const say = registrationWords(language);
  return {
    flow: provenBy === 'code' ? flow(language, '/registrati/codice', 3) : flow(language, '/registrati/link'),
    words: {
      title: say('registration.fiscal_title'),
      text: say(`registration.fiscal_text_${provenBy}`),
      field: say('registration.fiscal_field'),
      hint: say('registration.fiscal_hint'),
      button: say('registration.fiscal_submit'),
    },
    help: helpFor(language, 'registration'),
  };
}

export function passwordPage(context: Context, language: Language, username: string, provenBy: 'code' | 'link') {
  const say = registrationWords(language);
  const min = context.settings.value(accessSettings.passwordMin);
  return {
    flow: provenBy === 'code' ? flow(language, '/registrati', 4) : flow(language, '/registrati/link'),
    username,
    min,
    words: {
      title: say('registration.password_title'),
      text: say('registration.password_text', { username: shownUsername(username) }),
      field: say('registration.password_field'),
      hint: say('registration.password_hint', { min }),
      rules: passwordRules(language),
      button: say('registration.password_submit'),
    },
    help: helpFor(language, 'registration'),
  };
}

export function linkPage(language: Language, contact: string) {
  const say = registrationWords(language);
  return {
    flow: flow(language, '/registrati'),
    words: {
      title: say('registration.link_title'),
      text: say('registration.link_text', { contact }),
      button: say('registration.link_button'),
    },
    help: helpFor(language, 'registration'),
  };
}

/** A link, or a step, that leads nowhere any more. */
export function restartPage(language: Language, title: 'link_dead_title' | 'gone_title') {
  const say = registrationWords(language);
  return {
    flow: flow(language, '/registrati'),
    words: { title: say(`registration.${title}`), button: say('registration.link_dead_button') },
    help: helpFor(language, 'registration'),
  };
}
