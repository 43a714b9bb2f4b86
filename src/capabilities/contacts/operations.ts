// Choosing the first confirmation contact: proven by a code on that very contact. [CNF-5]
import { z } from 'zod';
import { assert } from '#kernel/assert.ts';
import { audit } from '#kernel/audit.ts';
import type { Context } from '#kernel/context.ts';
import type { Destination, Operation } from '#kernel/operation.ts';
import { record } from '#kernel/outbox.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { claim } from './commands.ts';
import { type EligibilityReason, eligibilityOf } from './rules/eligibility.ts';
import { mask } from './rules/mask.ts';
import { type ContactRow, contactRows, waitForAccount, waitForValue } from './store.server.ts';
import { claimIn, confirmationOf } from './views.ts';
import { say } from './words/say.ts';

export type ChoiceReason =
  | EligibilityReason
  | Reason<'contacts.unknown', Record<string, never>>
  | Reason<'contacts.confirmation_chosen', { masked: string }>;

/** `returnTo`: an address of ours to go on with afterwards, where the choice interrupted something; any other is none. */
const input = z.object({
  contact: z.string().max(40),
  returnTo: z
    .string()
    .max(200)
    .regex(/^\/(?![/\\])[\w\-./?=&%]*$/)
    .optional()
    .catch(undefined),
});
type Input = z.infer<typeof input>;

/** What the code is bound to: the new value, and that nothing was there before. */
export type ChoiceStatement = { contact: string; kind: 'email' | 'mobile' };

export const chooseConfirmation: Operation<Input, ChoiceStatement> = {
  kind: 'contacts.choose_confirmation',
  input,
  authorise: (context, viewer, wanted) => chosen(context, viewer, wanted),

  async describe(context, viewer, wanted) {
    const contact = await chosen(context, viewer, wanted);
    assert(contact.ok, 'described without being allowed');
    return { contact: contact.value.value, kind: contact.value.kind };
  },

  words(statement, language) {
    const words = say(language);
    const masked = mask(statement.contact);
    return {
      title: words('contacts.choose_title'),
      button: words('contacts.choose_button'),
      lines: [
        { label: words('contacts.choose_line_contact'), value: masked },
        { label: words('contacts.choose_line_use'), value: words('contacts.choose_line_use_value') },
      ],
      forSms: words('contacts.choose_for_sms', { contact: masked }),
    };
  },

  destination: (context, viewer, wanted) => chosen(context, viewer, wanted),

  async execute(tx, viewer, wanted, { statement }) {
    const contact = await chosen(tx, viewer, wanted);
    assert(contact.ok, 'executed without being allowed');
    const { contactId, value } = contact.value;
    const claimed = await claim(tx, { accountId: viewer.accountId, contactId, value, role: 'confirmation' });
    // `chosen` has locked the value in this transaction, so nobody can have come between.
    assert(claimed.ok, 'claimed by somebody else under a lock');
    await record(tx, {
      type: 'contact.confirmation_chosen',
      subject: viewer.partyId,
      partyId: viewer.partyId,
      facts: { contactId },
    });
    await audit(tx, viewer, { act: 'contacts.confirmation_chosen', facts: { contact: mask(value) } });
    return {
      facts: { act: 'choose_confirmation', from: null, to: mask(statement.contact) },
      next: wanted.returnTo ?? '/profilo/recapiti?scelto',
    };
  },

  back: () => '/profilo/recapiti/scegli',
};

/**
 * The chosen contact as a destination, or why it cannot be: not in the own list, not eligible, or one was chosen already
 * and works (replacing it is another operation, CNF-6). One that the agency has ended is free to be chosen anew.
 */
async function chosen(context: Context, viewer: Customer, wanted: Input): Promise<Outcome<Destination, ChoiceReason>> {
  await waitForAccount(context, viewer.accountId);
  const found = await ownContact(context, viewer, wanted.contact);
  if (!found) return no({ code: 'contacts.unknown', values: {}, changes: 'you' });
  await waitForValue(context, found.value);
  const contact = (await ownContact(context, viewer, wanted.contact)) ?? found;
  const eligible = eligibilityOf({ ...contact, claim: claimIn(contact) });
  if (!eligible.ok) return eligible;
  const current = await confirmationOf(context, viewer.accountId);
  if (current.ok) {
    const values = { masked: mask(current.value.value) };
    return no({ code: 'contacts.confirmation_chosen', values, changes: 'agency' });
  }
  // A landline is never eligible, so only the two kinds that take codes are left.
  assert(contact.kind !== 'landline', 'an eligible landline');
  return yes({ contactId: contact.id, kind: contact.kind, value: contact.value });
}

const ownContact = async (context: Context, viewer: Customer, publicId: string): Promise<ContactRow | undefined> =>
  (await contactRows(context, viewer.partyId, viewer.accountId)).find((row) => row.publicId === publicId);
