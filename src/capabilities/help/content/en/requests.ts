import type { Answers } from '../catalogue.ts';

export const requests: Answers<'requests'> = {
  'come-scrivere-all-assistenza': {
    question: 'How do I write to Support?',
    keywords: 'contact support help form phone ticket complaint',
    parts: [
      'From every page, with Support: even without signing in, and even if no message reaches you. Choose the topic and say what is happening. If you are not signed in, leave an e-mail or a phone number.',
      'We usually answer within {SUPPORT_ANSWER_DAYS, plural, one {one working day} other {# working days}}. By phone: {phone}.',
      'Never write passwords or codes: we do not need them.',
    ],
  },
  'seguire-una-richiesta': {
    question: 'How do I follow a request?',
    keywords: 'state request answer number when reopen close',
    parts: [
      'Requests shows all those you sent: who must answer, by when, and the messages. You can write again, or close it when it is solved.',
      'If you sent it without signing in, you see it from the same browser on the Support page. On the phone its number is enough.',
    ],
  },
  'contatto-non-verificato': {
    question: 'What does “unverified contact” mean?',
    keywords: 'code request without signing in contact not confirmed call',
    parts: [
      'That we do not know whether the contact really belongs to whoever wrote, because nobody entered the code. To such a contact we send nothing.',
      'If it is a phone, we call you. You find the answer on the page of the request, in the browser you sent it from. And until we know who you are, we say nothing about policies or payments.',
    ],
  },
  'chiedere-all-agenzia': {
    question: 'How do I ask my agency something?',
    keywords: 'write agency request policy agent contact',
    parts: [
      'In Requests press Write to the agency, say which policy it is about and what you need. The request has a number, and you find the answer there.',
      'Telephone, e-mail and opening hours of the agency are on every policy too.',
    ],
  },
  'trovare-un-agenzia': {
    question: 'How do I find an agency?',
    keywords: 'agencies near town address hours telephone search map',
    parts: [
      'In Agencies type the town, the postcode or the name. You find the address, opening hours, telephone and how to get there. No need to sign in.',
      'If you already have a policy, your agency is the one on the page of the policy.',
    ],
  },
  'che-cosa-funziona': {
    question: 'The site does not work: is it on your side?',
    keywords: 'error does not work slow fault maintenance status outage',
    parts: [
      'The page What works right now says so: sign-in, payments, messages and documents, with checks some seconds old. If there is maintenance, it is written at the top of every page.',
      'If all is well there, reload the page or try another browser. Then write to us what you were doing.',
    ],
  },
  'avere-l-app': {
    question: 'Is there an app?',
    keywords: 'download install application phone icon home screen android iphone',
    parts: [
      'Yes: it is this site, placed among the apps of your phone or computer with an icon of its own. The page Get the app says how to do it on each device.',
      'You sign in in the same way and it does the same things. It needs the network.',
    ],
  },
};
