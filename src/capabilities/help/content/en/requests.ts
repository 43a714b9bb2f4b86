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
};
