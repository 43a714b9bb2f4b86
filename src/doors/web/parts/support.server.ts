// The support form: what it asks of whom, its words, its shape. [REQ-1]
import { z } from 'zod';
import { type Area, helpFor, type ReasonPage, reasonPage, reasonPath } from '#capabilities/help/index.ts';
import {
  answersAt,
  browserListDays,
  type Category,
  cameFromOf,
  categories,
  categoryFrom,
  contactMax,
  listOfBrowser,
  readContact,
  requestWords,
  supportAnswerDays,
  textMax,
} from '#capabilities/requests/index.ts';
import { brandOf } from '#kernel/brand.ts';
import { wholeNumber } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';

/** Everything the page of the form shows. */
export async function supportPage({ context, language, viewer }: App.Locals, url: URL) {
  const say = requestWords(language);
  const cameFrom = cameFromOf(url.searchParams.get('da'));
  const isCustomer = viewer.kind === 'customer';
  const [contact, yours] = [await answersAt(context, viewer), await listOfBrowser(context, viewer)];
  const max = wholeNumber(textMax, language);
  const category = categoryFrom(cameFrom);
  const reason = cameFrom ? reasonPage(context, viewer, { name: cameFrom.replaceAll('.', '-') }) : undefined;
  const phone = brandOf(context).supportPhone.replaceAll(' ', '\u00a0');
  return {
    cameFrom,
    isCustomer,
    category,
    categories: categories.map((value) => ({ value, text: say(`requests.category_${value}`) })),
    yours,
    questions: questionsBefore(language, reason, category),
    call: {
      href: `tel:${brandOf(context).supportPhone.replaceAll(' ', '')}`,
      text: say('requests.support_call', { phone }),
    },
    words: {
      title: say('requests.support_title'),
      lead: say('requests.support_lead', { days: supportAnswerDays(context) }),
      phone: say('requests.support_phone'),
      cameFrom: say(reason ? 'requests.support_came_from' : 'requests.support_came_from_page'),
      category: say('requests.support_category'),
      categoryNone: say('requests.support_category_none'),
      text: say('requests.support_text'),
      textHint: say('requests.support_text_hint', { max }),
      contact: say('requests.support_contact'),
      contactHint: say('requests.support_contact_hint'),
      answerTo: contact ? say('requests.support_answer_to', { contact }) : say('requests.support_answer_here'),
      button: say('requests.support_button'),
      signIn: say('requests.support_sign_in'),
      signInLink: say('requests.support_sign_in_link'),
      before: say('requests.support_before'),
      agency: say('requests.support_agency'),
      agencyLink: say('requests.support_agency_link'),
      yours: say('requests.support_yours'),
      yoursHint: say('requests.support_yours_hint', { days: browserListDays }),
    },
  };
}

/** The topic of help that goes with what a request is about. */
const areaOf: Record<Category, Area> = {
  registration: 'registration',
  access: 'access',
  codes: 'messages',
  payments: 'payments',
  policies: 'policies',
  documents: 'documents',
  contacts: 'contacts',
  other: 'requests',
};

/** What may answer sooner than we do: the page of the reason that led here, then the questions of its topic. */
function questionsBefore(language: Language, reason: ReasonPage | undefined, category: Category | undefined) {
  return [
    ...(reason ? [{ question: reason.question, href: reasonPath(reason.code) }] : []),
    ...helpFor(language, category ? areaOf[category] : 'access'),
    ...helpFor(language, category === 'codes' ? 'payments' : 'messages'),
  ];
}

/** The form, with a contact only where somebody is signed out. Sentences in the reader's language. */
export function supportForm(language: Language, isCustomer: boolean) {
  const say = requestWords(language);
  const contact = z
    .string()
    .trim()
    .min(1, say('requests.contact_missing'))
    .max(contactMax, say('requests.contact_wrong'))
    .transform((typed, checked) => {
      const read = readContact(typed);
      if (!read) checked.addIssue({ code: 'custom', message: say('requests.contact_wrong') });
      return read ?? z.NEVER;
    });
  return z.object({
    argomento: z.enum(categories, say('requests.category_missing')),
    testo: lineText(language, say('requests.text_missing')),
    // A customer's form has no such field, and one that is sent all the same is not looked at.
    recapito: isCustomer
      ? z
          .string()
          .optional()
          .transform(() => undefined)
      : contact,
    da: z.string().max(200).optional(),
  });
}

/** What no keyboard types and a terminal would obey; line ends and tabs stay. */
const control = /[\p{Cc}--[\n\t]]/gv;

/** A text of the length that a thread takes. Browsers send each line end as two characters; they count as one. */
export function lineText(language: Language, missing: string) {
  const say = requestWords(language);
  const max = wholeNumber(textMax, language);
  return z
    .string(missing)
    .transform((text) => text.replaceAll('\r\n', '\n').replace(control, '').trim())
    .pipe(z.string().min(1, missing).max(textMax, say('requests.text_long', { max })));
}
