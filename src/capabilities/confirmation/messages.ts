// The message with the code: what is confirmed, until when, and the line that binds an SMS to this site. [CNF-3] [CNF-9]
import { z } from 'zod';
import { secretsOf } from '#capabilities/codes/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import { assert } from '#kernel/assert.ts';
import { brandOf } from '#kernel/brand.ts';
import { instant } from '#kernel/days.ts';
import { forSms, time } from '#kernel/format.ts';
import { inLanguage } from '#kernel/language.ts';
import type { MessageKind } from '#kernel/message.ts';
import { operationOfKind } from './registry.ts';
import { codeDigits } from './settings.ts';
import { operationById } from './store.server.ts';
import { say as words } from './words/say.ts';

const facts = z.object({ operationId: z.string(), sendNumber: z.number().int(), expiresAt: z.string() });

export const codeMessage: MessageKind<z.infer<typeof facts>> = {
  kind: 'confirmation.code',
  facts,
  usefulMinutes: 5,
  async blocks(context, { operationId, sendNumber, expiresAt }, language) {
    const operation = await operationById(context, operationId);
    assert(operation, 'a message speaks of an operation that is not there');
    const { code, reference } = secretsOf(context, {
      purpose: 'operation',
      subject: operation.publicId,
      sendNumber,
      digits: codeDigits,
      statementHash: operation.statementHash,
    });
    const party = await partyOf(context, operation.partyId);
    const say = words(language);
    const said = operationOfKind(context, operation.kind, operation.input).words(operation.statement, language);
    const until = time(instant(expiresAt), language);
    const { publicAddress } = context.settings.text;
    const sms = say('confirmation.sms', {
      portal: brandOf(context).product,
      code,
      what: said.forSms,
      until,
      reference,
    });
    return {
      subject: say('confirmation.mail_subject', { code, what: said.title }),
      blocks: [
        { kind: 'title', text: say('confirmation.mail_title') },
        { kind: 'code', code, label: say('confirmation.code_label') },
        { kind: 'paragraph', text: say('confirmation.mail_until', { until, reference }) },
        {
          kind: 'facts',
          rows: [
            ...said.lines.map(({ label, value }) => ({ label, value })),
            // Where a policy is named, so is the customer code: the help sends people to messages to find it (ACC-5).
            ...(party ? [{ label: say('confirmation.customer_code'), value: party.customerCode }] : []),
          ],
        },
        { kind: 'note', text: say('confirmation.mail_not_you') },
        {
          kind: 'button',
          text: say('confirmation.mail_support'),
          href: new URL(inLanguage(language, '/assistenza?da=confirmation.not_me'), publicAddress).href,
        },
      ],
      // https://wicg.github.io/sms-one-time-codes/: the last line lets a phone fill the code in on this site only.
      sms: `${forSms(sms)}\n@${new URL(publicAddress).hostname} #${code}`,
    };
  },
};
