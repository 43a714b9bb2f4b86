// The e-mails and SMS about requests: the code that verifies a contact, what the desks receive, what the customer is told.
import { z } from 'zod';
import { secretsOf } from '#capabilities/codes/index.ts';
import { preferredOf, textOf } from '#capabilities/contacts/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import { assert } from '#kernel/assert.ts';
import { brandOf } from '#kernel/brand.ts';
import type { Context } from '#kernel/context.ts';
import { dayOf, instant } from '#kernel/days.ts';
import { dayAndTime, longDay, time } from '#kernel/format.ts';
import { inLanguage, type Language } from '#kernel/language.ts';
import type { Block, MessageKind } from '#kernel/message.ts';
import { smsTextMax } from './settings.ts';
import { entriesOf, requestBy, type StoredEntry, type StoredRequest } from './store.server.ts';
import { say as words } from './words/say.ts';

const minutesOfDay = 24 * 60;

async function requestOf(context: Context, id: string): Promise<StoredRequest> {
  const request = await requestBy(context, { id });
  assert(request, 'a message about a request that does not exist');
  return request;
}

async function entryOf(context: Context, requestId: string, id: string): Promise<StoredEntry> {
  const entry = (await entriesOf(context, requestId)).find((one) => one.id === id);
  assert(entry, 'a message about a line that does not exist');
  return entry;
}

const addressOf = (context: Context, language: Language, path: string): string =>
  new URL(inLanguage(language, path), context.settings.text.publicAddress).href;

/** Where whoever asked sees the request: a customer in *Richieste*, a visitor in the browser that asked. */
const pathOf = (request: StoredRequest): string =>
  request.partyId ? `/richieste/${request.publicId}` : `/assistenza/${request.publicId}`;

/** Facts of the code: which send, and until when, so that the code itself is derived when the message leaves. */
export const contactCode: MessageKind<{ request: string; sendNumber: number; expiresAt: string }> = {
  kind: 'requests.contact_code',
  facts: z.object({ request: z.string(), sendNumber: z.number(), expiresAt: z.string() }),
  usefulMinutes: 15,
  async blocks(context, facts, language) {
    const say = words(language);
    const request = await requestOf(context, facts.request);
    const { code, reference } = secretsOf(context, {
      purpose: 'request',
      subject: request.publicId,
      sendNumber: facts.sendNumber,
      digits: 6,
      statementHash: '',
    });
    const until = time(instant(facts.expiresAt), language);
    const about = { number: request.number, until, reference, product: brandOf(context).product };
    return {
      subject: say('requests.code_subject', { number: request.number }),
      blocks: [
        { kind: 'title', text: say('requests.code_title') },
        { kind: 'paragraph', text: say('requests.code_text', about) },
        { kind: 'code', code, label: say('requests.code_label', { reference }) },
        { kind: 'note', text: say('requests.code_not_you') },
      ],
      // Bound to our name, so that a phone fills it in on this site only.
      sms: `${say('requests.code_sms', { ...about, code })}\n\n@${new URL(context.settings.text.publicAddress).hostname} #${code}`,
    };
  },
};

/** Told once a visitor's contact is verified: the number, since the browser may be closed. */
export const received: MessageKind<{ request: string }> = {
  kind: 'requests.received',
  facts: z.object({ request: z.string() }),
  usefulMinutes: minutesOfDay,
  async blocks(context, facts, language) {
    const say = words(language);
    const request = await requestOf(context, facts.request);
    const { product, supportPhone } = brandOf(context);
    const by = request.answerBy ? longDay(request.answerBy, language) : '';
    const about = { number: request.number, by, product, phone: supportPhone };
    return {
      subject: say('requests.received_subject', { number: request.number }),
      blocks: [
        { kind: 'title', text: say('requests.received_title', { number: request.number }) },
        { kind: 'paragraph', text: say('requests.received_text', about) },
        { kind: 'note', text: say('requests.received_note', about) },
      ],
      sms: say('requests.received_sms', about),
    };
  },
};

/** What a desk receives: a new request, or a line added to one it knows. */
export const forDesk: MessageKind<{ request: string; entry: string | null; isNew: boolean }> = {
  kind: 'requests.for_desk',
  facts: z.object({ request: z.string(), entry: z.string().nullable(), isNew: z.boolean() }),
  usefulMinutes: 7 * minutesOfDay,
  async blocks(context, facts, language) {
    const say = words(language);
    const request = await requestOf(context, facts.request);
    const entry = facts.entry ? await entryOf(context, request.id, facts.entry) : undefined;
    const isUnverified = request.contact !== undefined && !request.contact.verifiedAt;
    const about = { number: request.number, category: say(`requests.category_${request.category}`) };
    const blocks: Block[] = [
      { kind: 'title', text: say(facts.isNew ? 'requests.desk_new_title' : 'requests.desk_line_title', about) },
      ...(isUnverified ? [{ kind: 'paragraph' as const, text: say('requests.desk_unverified') }] : []),
      { kind: 'facts', rows: await deskFacts(context, request, language) },
      { kind: 'paragraph', text: entry?.text ?? say('requests.desk_new_contact') },
      { kind: 'note', text: say('requests.desk_how', { number: request.number }) },
    ];
    return {
      subject: say(facts.isNew ? 'requests.desk_new_subject' : 'requests.desk_line_subject', {
        ...about,
        unverified: isUnverified ? 'yes' : 'no',
      }),
      blocks,
      sms: say('requests.desk_sms', about),
    };
  },
};

async function deskFacts(context: Context, request: StoredRequest, language: Language) {
  const say = words(language);
  const party = request.partyId ? await partyOf(context, request.partyId) : undefined;
  const preferred = party && (await preferredOf(context, party.id, request.accountId));
  const answerTo = request.contact ?? preferred;
  return [
    { label: say('requests.desk_category'), value: say(`requests.category_${request.category}`) },
    { label: say('requests.desk_who'), value: party?.displayName ?? say('requests.desk_visitor') },
    ...(party ? [{ label: say('requests.desk_customer_code'), value: party.customerCode }] : []),
    ...(request.policyNumber ? [{ label: say('requests.desk_policy'), value: request.policyNumber }] : []),
    ...(answerTo ? [{ label: say('requests.desk_contact'), value: textOf(answerTo) }] : []),
    { label: say('requests.desk_language'), value: request.language },
    ...(request.cameFrom ? [{ label: say('requests.desk_came_from'), value: request.cameFrom }] : []),
    { label: say('requests.desk_asked_at'), value: dayAndTime(request.createdAt, language) },
    ...(request.answerBy
      ? [{ label: say('requests.desk_answer_by'), value: longDay(request.answerBy, language) }]
      : []),
  ];
}

/**
 * A desk has answered. A customer reads the answer after signing in; a visitor, who has no such place, gets its text at
 * the contact that was verified. Nothing of this kind is ever queued to an unverified one.
 */
export const answered: MessageKind<{ request: string; entry: string; asksBack: boolean }> = {
  kind: 'requests.answered',
  facts: z.object({ request: z.string(), entry: z.string(), asksBack: z.boolean() }),
  usefulMinutes: 3 * minutesOfDay,
  async blocks(context, facts, language) {
    const say = words(language);
    const request = await requestOf(context, facts.request);
    const entry = await entryOf(context, request.id, facts.entry);
    const about = {
      number: request.number,
      day: longDay(dayOf(request.createdAt), language),
      desk: request.agencyId ? 'agency' : 'support',
      asks: facts.asksBack ? 'yes' : 'no',
      product: brandOf(context).product,
    } as const;
    const href = addressOf(context, language, pathOf(request));
    const isVisitor = !request.partyId;
    const blocks: Block[] = [
      { kind: 'title', text: say('requests.answered_title', about) },
      { kind: 'paragraph', text: say('requests.answered_text', about) },
      ...(isVisitor
        ? [
            { kind: 'paragraph' as const, text: entry.text },
            { kind: 'note' as const, text: say('requests.answered_visitor_note') },
          ]
        : [{ kind: 'button' as const, text: say('requests.answered_button'), href }]),
    ];
    return {
      subject: say('requests.answered_subject', about),
      blocks,
      sms: isVisitor
        ? say('requests.answered_visitor_sms', { ...about, text: shortened(entry.text) })
        : say('requests.answered_sms', { ...about, href }),
    };
  },
};

const shortened = (text: string): string =>
  text.length > smsTextMax ? `${text.slice(0, smsTextMax - 1).trimEnd()}…` : text;

export const messages = [contactCode, received, forDesk, answered] as const;
