// The messages of a registration. Their facts hold no code and no token: those are derived when the message is made.
import { z } from 'zod';
import { secretsOf } from '#capabilities/codes/index.ts';
import { brandOf } from '#kernel/brand.ts';
import type { Context } from '#kernel/context.ts';
import { dayOf, type Instant, instant } from '#kernel/days.ts';
import { forSms, longDay, time } from '#kernel/format.ts';
import { inLanguage, type Language } from '#kernel/language.ts';
import type { MessageKind } from '#kernel/message.ts';
import { say } from './words/say.ts';

const moment = z.iso.datetime().transform((text): Instant => instant(text));

/** An address of ours, whole, in the reader's language. */
const absolute = (context: Context, language: Language, path: string): string =>
  new URL(inLanguage(language, path), context.settings.text.publicAddress).href;

type CodeFacts = { subject: string; sendNumber: number; expiresAt: Instant; linkExpiresAt: Instant };

/** The code and the link (REG-3); either completes the registration. */
export const registrationCode: MessageKind<CodeFacts> = {
  kind: 'registration.code',
  facts: z.object({ subject: z.string(), sendNumber: z.number(), expiresAt: moment, linkExpiresAt: moment }),
  usefulMinutes: 60,
  async blocks(context, { subject, sendNumber, expiresAt, linkExpiresAt }, language) {
    const words = say(language);
    const send = { purpose: 'registration', subject, sendNumber, digits: 4, statementHash: '' } as const;
    const { code, linkToken } = secretsOf(context, send);
    const href = absolute(context, language, `/registrati/link/${linkToken}`);
    const until = time(expiresAt, language);
    const day = longDay(dayOf(linkExpiresAt), language);
    const { product } = brandOf(context);
    const bound = `@${new URL(context.settings.text.publicAddress).hostname} #${code}`;
    return {
      subject: words('registration.code_subject', { code, product }),
      blocks: [
        { kind: 'title', text: words('registration.code_title') },
        { kind: 'paragraph', text: words('registration.code_text') },
        { kind: 'code', code, label: words('registration.code_label', { time: until }) },
        { kind: 'paragraph', text: words('registration.code_link_text', { day, time: time(linkExpiresAt, language) }) },
        { kind: 'button', text: words('registration.code_button'), href },
        { kind: 'note', text: words('registration.code_note') },
      ],
      sms: `${words('registration.code_sms', { product, code, time: until, href })}\n${bound}`,
    };
  },
};

const roles = ['username', 'confirmation', 'awaited'] as const;

/** REG-2: somebody uses the contact already; in which role, and how it becomes free. */
export const contactInUse: MessageKind<{ role: (typeof roles)[number] }> = {
  kind: 'registration.in_use',
  facts: z.object({ role: z.enum(roles) }),
  usefulMinutes: 24 * 60,
  async blocks(context, { role }, language) {
    const words = say(language);
    const isUsername = role === 'username';
    const href = absolute(context, language, isUsername ? '/recupera' : '/assistenza');
    const { product } = brandOf(context);
    return {
      subject: words('registration.in_use_subject'),
      blocks: [
        { kind: 'title', text: words('registration.in_use_subject') },
        { kind: 'paragraph', text: words('registration.in_use_text', { role }) },
        { kind: 'paragraph', text: words('registration.in_use_free', { role }) },
        { kind: 'button', text: words('registration.in_use_button', { role }), href },
        { kind: 'note', text: words('registration.not_you') },
      ],
      sms: words('registration.in_use_sms', { product, role, href }),
    };
  },
};

/** Whoever holds the contact has an account already, with another username (masked; nothing when the contact is shared). */
export const alreadyRegistered: MessageKind<{ username?: string | undefined }> = {
  kind: 'registration.registered',
  facts: z.object({ username: z.string().optional() }),
  usefulMinutes: 24 * 60,
  async blocks(context, { username }, language) {
    const words = say(language);
    const href = absolute(context, language, '/accesso');
    const { product } = brandOf(context);
    const named = username && forSms(username);
    return {
      subject: words('registration.registered_subject'),
      blocks: [
        { kind: 'title', text: words('registration.registered_subject') },
        {
          kind: 'paragraph',
          text: username
            ? words('registration.registered_text', { username })
            : words('registration.registered_text_shared'),
        },
        { kind: 'button', text: words('registration.sign_in'), href },
        { kind: 'note', text: words('registration.not_you') },
      ],
      sms: named
        ? words('registration.registered_sms', { product, username: named, href })
        : words('registration.registered_sms_shared', { product, href }),
    };
  },
};

export const messages = [registrationCode, contactInUse, alreadyRegistered];
