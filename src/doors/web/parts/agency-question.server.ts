// The form that asks an agency something: which policy, what about, which agency answers by when. [REQ-10]
import { z } from 'zod';
import { helpFor } from '#capabilities/help/index.ts';
import { agencyOfParty, partiesWords } from '#capabilities/parties/index.ts';
import { listFor, type PolicyView, policiesWords } from '#capabilities/policies/index.ts';
import {
  agencyAnswerDays,
  agencyCategories,
  answersAt,
  cameFromOf,
  categoryFrom,
  requestWords,
  textMax,
} from '#capabilities/requests/index.ts';
import { wholeNumber } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { customerOf } from '../customer.server.ts';
import { agencyWords } from './agency.server.ts';
import { goodsText } from './goods.server.ts';
import { lineText } from './support.server.ts';

/** Everything the page of the form shows. */
export async function agencyQuestionPage(locals: App.Locals, url: URL) {
  const { context, language } = locals;
  const viewer = customerOf(locals);
  const say = requestWords(language);
  const cameFrom = cameFromOf(url.searchParams.get('da'));
  const [agency, policies, contact] = await Promise.all([
    agencyOfParty(context, viewer.profileId),
    listFor(context, viewer),
    answersAt(context, viewer),
  ]);
  const wanted = url.searchParams.get('polizza');
  const about = policies.find((policy) => policy.publicId === wanted);
  const suggested = about ? 'policies' : categoryFrom(cameFrom);
  const days = agencyAnswerDays(context);
  return {
    cameFrom,
    category: agencyCategories.find((one) => one === suggested),
    categories: agencyCategories.map((value) => ({ value, text: say(`requests.category_${value}`) })),
    policy: about?.publicId,
    policies: policies.map((policy) => ({ value: policy.publicId, text: nameOf(policy, language) })),
    agency: agency && agencyWords(context, agency, language),
    help: helpFor(language, 'requests'),
    words: {
      title: say('requests.agency_title'),
      lead: agency
        ? say('requests.agency_lead', { agency: agency.name, days })
        : say('requests.agency_lead_none', { days }),
      category: say('requests.support_category'),
      categoryNone: say('requests.support_category_none'),
      policy: say('requests.agency_policy'),
      policyHint: say('requests.agency_policy_hint'),
      policyNone: say('requests.agency_policy_none'),
      text: say('requests.agency_text'),
      textHint: say('requests.agency_text_hint', { max: wholeNumber(textMax, language) }),
      answerTo: contact ? say('requests.support_answer_to', { contact }) : say('requests.support_answer_here'),
      button: say('requests.agency_button'),
      agency: partiesWords(language)('parties.own_agency'),
      map: partiesWords(language)('parties.map'),
      support: say('requests.agency_support'),
      supportLink: say('requests.agency_support_link'),
    },
  };
}

/** `Auto, Fiat Panda GB 482 KL`. */
const nameOf = (policy: PolicyView, language: Language): string =>
  requestWords(language)('requests.agency_policy_option', {
    line: policiesWords(language)('policies.line', { line: policy.line }),
    what: goodsText(policy.goods, language) ?? policy.productNames[language],
  });

/** The form, with sentences in the reader's language. */
export const agencyForm = (language: Language) =>
  z.object({
    argomento: z.enum(agencyCategories, requestWords(language)('requests.category_missing')),
    polizza: z.string().max(40).optional(),
    testo: lineText(language, requestWords(language)('requests.agency_text_missing')),
    da: z.string().max(200).optional(),
  });
