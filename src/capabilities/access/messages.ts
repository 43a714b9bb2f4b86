// The messages that access sends. Their facts hold no code and no token: those are derived when the message is made.
import { z } from 'zod';
import { secretsOf } from '#capabilities/codes/index.ts';
import { textOf } from '#capabilities/contacts/index.ts';
import { brandOf } from '#kernel/brand.ts';
import type { Context } from '#kernel/context.ts';
import { type Instant, instant } from '#kernel/days.ts';
import { dayAndTime, forSms, time } from '#kernel/format.ts';
import { inLanguage, type Language } from '#kernel/language.ts';
import type { MessageKind } from '#kernel/message.ts';
import { say } from './words/say.ts';

/** An address of ours, whole, in the reader's language. */
const absolute = (context: Context, language: Language, path: string): string =>
  new URL(inLanguage(language, path), context.settings.text.publicAddress).href;

/** The last line of an SMS with a code: phones fill the code in on this site only. */
const boundTo = (context: Context, code: string): string =>
  `@${new URL(context.settings.text.publicAddress).hostname} #${code}`;

const moment = z.iso.datetime().transform((text): Instant => instant(text));

type DeviceFacts = { challengeId: string; sendNumber: number; expiresAt: Instant; device: string };

/** The code that a device not seen before has to give (ACC-11). */
export const deviceCode: MessageKind<DeviceFacts> = {
  kind: 'access.device_code',
  facts: z.object({ challengeId: z.string(), sendNumber: z.number(), expiresAt: moment, device: z.string() }),
  usefulMinutes: 10,
  async blocks(context, facts, language) {
    const words = say(language);
    const { challengeId: subject, sendNumber, device } = facts;
    const { code, reference } = secretsOf(context, {
      purpose: 'device',
      subject,
      sendNumber,
      digits: 6,
      statementHash: '',
    });
    const until = time(facts.expiresAt, language);
    const { product } = brandOf(context);
    return {
      subject: words('access.device_subject', { code }),
      blocks: [
        { kind: 'title', text: words('access.device_title') },
        { kind: 'paragraph', text: words('access.device_text') },
        { kind: 'code', code, label: words('access.device_code', { reference }) },
        {
          kind: 'facts',
          rows: [
            { label: words('access.device_label'), value: device },
            { label: words('access.device_until'), value: until },
          ],
        },
        { kind: 'note', text: words('access.device_note') },
      ],
      sms: `${words('access.device_sms', { product, code, device, reference, time: until })}\n${boundTo(context, code)}`,
    };
  },
};

type ElsewhereFacts = { device: string; username: string; at: Instant };

/** To the confirmation contact: its code has been asked for at the username instead (ACC-11). `username` is masked. */
export const codeElsewhere: MessageKind<ElsewhereFacts> = {
  kind: 'access.code_elsewhere',
  facts: z.object({ device: z.string(), username: z.string(), at: moment }),
  usefulMinutes: 3 * 24 * 60,
  async blocks(context, { device, username, at }, language) {
    const words = say(language);
    const href = absolute(context, language, '/recupera');
    return {
      subject: words('access.elsewhere_subject'),
      blocks: [
        { kind: 'title', text: words('access.elsewhere_subject') },
        { kind: 'paragraph', text: words('access.elsewhere_text', { username }) },
        {
          kind: 'facts',
          rows: [
            { label: words('access.device_label'), value: device },
            { label: words('access.elsewhere_at'), value: dayAndTime(at, language) },
          ],
        },
        { kind: 'paragraph', text: words('access.elsewhere_note') },
        { kind: 'button', text: words('access.way_recover'), href },
      ],
      sms: words('access.elsewhere_sms', {
        product: brandOf(context).product,
        device,
        username: forSms(username),
        href,
      }),
    };
  },
};

type NewDeviceFacts = { device: string; at: Instant };

/** A device that was not known has signed in (ACC-7): what it was, when, and what to do when it was somebody else. */
export const newDevice: MessageKind<NewDeviceFacts> = {
  kind: 'access.new_device',
  facts: z.object({ device: z.string(), at: moment }),
  usefulMinutes: 3 * 24 * 60,
  async blocks(context, { device, at }, language) {
    const words = say(language);
    const recover = absolute(context, language, '/recupera');
    return {
      subject: words('access.new_device_subject'),
      blocks: [
        { kind: 'title', text: words('access.new_device_subject') },
        { kind: 'paragraph', text: words('access.new_device_text') },
        {
          kind: 'facts',
          rows: [
            { label: words('access.device_label'), value: device },
            { label: words('access.elsewhere_at'), value: dayAndTime(at, language) },
          ],
        },
        { kind: 'note', text: words('access.new_device_yours') },
        { kind: 'paragraph', text: words('access.new_device_not_yours') },
        { kind: 'button', text: words('access.way_recover'), href: recover },
        { kind: 'paragraph', text: words('access.new_device_everywhere') },
        {
          kind: 'button',
          text: words('access.security_everywhere'),
          href: absolute(context, language, '/profilo/accessi'),
        },
      ],
      sms: words('access.new_device_sms', {
        product: brandOf(context).product,
        device,
        time: time(at, language),
        href: recover,
      }),
    };
  },
};

type RecoveryFacts = { subject: string; sendNumber: number; expiresAt: Instant };

/** The link that leads to a new password (ACC-2). */
export const recoveryLink: MessageKind<RecoveryFacts> = {
  kind: 'access.recovery_link',
  facts: z.object({ subject: z.string(), sendNumber: z.number(), expiresAt: moment }),
  usefulMinutes: 30,
  async blocks(context, { subject, sendNumber, expiresAt }, language) {
    const words = say(language);
    const { linkToken } = secretsOf(context, {
      purpose: 'recovery',
      subject,
      sendNumber,
      digits: 6,
      statementHash: '',
    });
    const href = absolute(context, language, `/recupera/link/${linkToken}`);
    const until = time(expiresAt, language);
    return {
      subject: words('access.recovery_subject'),
      blocks: [
        { kind: 'title', text: words('access.recovery_subject') },
        { kind: 'paragraph', text: words('access.recovery_text', { time: until }) },
        { kind: 'button', text: words('access.recovery_button'), href },
        { kind: 'note', text: words('access.recovery_note') },
      ],
      sms: words('access.recovery_sms', { product: brandOf(context).product, time: until, href }),
    };
  },
};

/** To who asks for a new password of an account that only support may open. */
export const recoveryClosed: MessageKind<Record<never, never>> = {
  kind: 'access.recovery_closed',
  facts: z.object({}),
  usefulMinutes: 24 * 60,
  async blocks(context, _facts, language) {
    const words = say(language);
    const href = absolute(context, language, '/assistenza');
    return {
      subject: words('access.closed_subject'),
      blocks: [
        { kind: 'title', text: words('access.closed_subject') },
        { kind: 'paragraph', text: words('access.closed_text') },
        { kind: 'button', text: words('access.closed_button'), href },
      ],
      sms: words('access.closed_sms', { product: brandOf(context).product, href }),
    };
  },
};

type UsernameFacts = { kind: 'email' | 'mobile'; username: string };

/** To the username itself: that it is the username, in full (ACC-3). Nobody else reads it. */
export const usernameReminder: MessageKind<UsernameFacts> = {
  kind: 'access.username_reminder',
  facts: z.object({ kind: z.enum(['email', 'mobile']), username: z.string() }),
  usefulMinutes: 24 * 60,
  async blocks(context, { kind, username: value }, language) {
    const words = say(language);
    const username = textOf({ kind, value });
    const href = absolute(context, language, '/accesso');
    return {
      subject: words('access.reminder_subject'),
      blocks: [
        { kind: 'title', text: words('access.reminder_subject') },
        { kind: 'paragraph', text: words('access.reminder_text', { username }) },
        { kind: 'button', text: words('access.way_sign_in'), href },
        { kind: 'paragraph', text: words('access.reminder_password') },
        { kind: 'note', text: words('access.reminder_note') },
      ],
      sms: words('access.reminder_sms', { product: brandOf(context).product, username: forSms(username), href }),
    };
  },
};

export const messages = [newDevice, usernameReminder, deviceCode, codeElsewhere, recoveryLink, recoveryClosed];
