// The frame of every e-mail: one message in, subject, HTML and plain text out, both from the same blocks.
import { brandOf } from '#kernel/brand.ts';
import type { Context } from '#kernel/context.ts';
import { inLanguage, type Language } from '#kernel/language.ts';
import type { Message } from '#kernel/message.ts';
import { say as words } from '../words/say.ts';
import { htmlOf } from './html.ts';
import { textOf } from './text.ts';

/** What stands below every message. Addresses are absolute. */
export type Foot = {
  sentBy: string;
  noReply: string;
  legal: string;
  help: { text: string; href: string };
  support: { text: string; href: string };
  /** Only below a code. */
  warning: string | undefined;
};

/** The finished parts of an e-mail. A code stands first in the subject: phones show it without opening the message. */
export function framed(
  context: Context,
  message: Message,
  language: Language,
): { subject: string; html: string; text: string } {
  const say = words(language);
  const brand = brandOf(context);
  const address = (path: string) => new URL(inLanguage(language, path), context.settings.text.publicAddress).href;
  const code = message.blocks.find((block) => block.kind === 'code')?.code;
  const foot: Foot = {
    sentBy: say('messages.sent_by', { insurer: brand.name, portal: brand.product }),
    noReply: say('messages.no_reply', { phone: brand.supportPhone.replaceAll(' ', '\u00a0') }),
    legal: brand.legalFooter[language],
    help: { text: say('messages.help'), href: address('/aiuto') },
    support: { text: say('messages.support'), href: address('/assistenza') },
    warning: code === undefined ? undefined : say('messages.code_is_yours'),
  };
  const subject = withCodeFirst(message.subject, code);
  const fallback = say('messages.button_fallback');
  return {
    subject,
    html: htmlOf({ subject, blocks: message.blocks, foot, brand, language, fallback }),
    text: textOf({ blocks: message.blocks, foot }),
  };
}

const withCodeFirst = (subject: string, code: string | undefined): string =>
  code === undefined || subject.startsWith(code) ? subject : `${code}: ${subject}`;
