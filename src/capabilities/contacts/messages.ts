// The messages that contacts send.
import { z } from 'zod';
import { forSms } from '#kernel/format.ts';
import { inLanguage } from '#kernel/language.ts';
import type { MessageKind } from '#kernel/message.ts';
import { say } from './words/say.ts';

/** To the username: the agency has ended the contact that confirmed operations, so nothing confirms them now. */
export const confirmationEnded: MessageKind<{ masked: string }> = {
  kind: 'contacts.confirmation_ended',
  facts: z.object({ masked: z.string() }),
  usefulMinutes: 7 * 24 * 60,
  async blocks(context, { masked }, language) {
    const words = say(language);
    const href = new URL(inLanguage(language, '/profilo/recapiti/scegli'), context.settings.text.publicAddress).href;
    return {
      subject: words('contacts.ended_subject'),
      blocks: [
        { kind: 'title', text: words('contacts.ended_subject') },
        { kind: 'paragraph', text: words('contacts.ended_text', { contact: masked }) },
        { kind: 'button', text: words('contacts.way_choose'), href },
        { kind: 'note', text: words('contacts.ended_note') },
      ],
      sms: words('contacts.ended_sms', { contact: forSms(masked), href }),
    };
  },
};
