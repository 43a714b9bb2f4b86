import type { Answers } from '../catalogue.ts';

export const requests: Answers<'requests'> = {
  'come-scrivere-all-assistenza': {
    question: 'How do I write to Support?',
    keywords: 'contact support help form phone ticket complaint',
    parts: [
      'From any page, under Support: even without signing in, and even if no message reaches you. Choose the topic and tell us what is happening. If you are not signed in, leave an e-mail or a phone number.',
      'We usually answer within {SUPPORT_ANSWER_DAYS, plural, one {one working day} other {# working days}}. By phone: {phone}.',
      'Never write passwords or codes: we do not need them.',
    ],
  },
  'seguire-una-richiesta': {
    question: 'How do I follow a request?',
    keywords: 'state request answer number when reopen close',
    parts: [
      'Requests shows all those you sent: who will answer, by when, and the messages. You can write again, or close it when it is solved.',
      'If you sent it without signing in, you can see it in the same browser on the Support page. On the phone its number is enough.',
    ],
  },
  'contatto-non-verificato': {
    question: 'What does “unverified contact” mean?',
    keywords: 'code request without signing in contact not confirmed call',
    parts: [
      'That we do not know whether the contact really belongs to the person who wrote, because nobody entered the code. We send nothing to such a contact.',
      'If it is a phone number, we’ll call you. You’ll find the answer on the page of the request, in the browser you sent it from. And until we know who you are, we say nothing about policies or payments.',
    ],
  },
  'chiedere-all-agenzia': {
    question: 'How do I ask my agency something?',
    keywords: 'write agency request policy agent contact',
    parts: [
      'In Requests press Write to the agency, say which policy it is about and what you need. The request has a number, and you’ll find the answer there.',
      'The agency’s telephone, e-mail and opening hours are on every policy too.',
    ],
  },
  'trovare-un-agenzia': {
    question: 'How do I find an agency?',
    keywords: 'agencies near town address hours telephone search map',
    parts: [
      'In Agencies type the town, the postcode or the name. You’ll find the address, opening hours, telephone and how to get there. There is no need to sign in.',
      'If you already have a policy, your agency is the one on the page of the policy.',
    ],
  },
  'che-cosa-funziona': {
    question: 'The site is not working: is it a problem at your end?',
    keywords: 'error does not work slow fault maintenance status outage',
    parts: [
      'The page What works right now tells you: sign-in, payments, messages and documents, with checks a few seconds old. If there is maintenance, it says so at the top of every page.',
      'If all is well there, reload the page or try another browser. Then write and tell us what you were doing.',
    ],
  },
  'avere-l-app': {
    question: 'Is there an app?',
    keywords: 'download install application phone icon home screen android iphone',
    parts: [
      'Yes: it is this site, added to the apps on your phone or computer with an icon of its own. The page Get the app shows how to do it on each device.',
      'You sign in in the same way and it does the same things. It needs an internet connection.',
    ],
  },
};
