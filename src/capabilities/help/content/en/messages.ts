import type { Answers } from '../catalogue.ts';

export const messages: Answers<'messages'> = {
  'il-codice-non-arriva': {
    question: 'The code or message has not arrived.',
    keywords: 'sms text email spam junk delay does not arrive receive nothing signal',
    parts: [
      {
        steps: [
          'Wait a minute: sometimes a text message or e-mail is late.',
          'Look in your spam folder and, for text messages, check that you have a signal.',
          'Check on the page which contact we sent it to: you can see its beginning and end.',
          'Ask for a new code. From then on only the new one counts.',
        ],
      },
      'If you are registering, it may be that the agency does not have that contact: ask which one it has. If nothing works, write to Support: it works even if no message reaches you.',
    ],
  },
  'piu-codici-quale-vale': {
    question: 'I received several codes: which one counts?',
    keywords: 'last code reference two letters old previous',
    parts: [
      'The latest one. Every message has two reference letters: use the code with the same two letters as the page.',
      'If you enter an older code, we’ll tell you. It still counts as a try.',
    ],
  },
  'messaggio-non-chiesto': {
    question: 'I received a code I did not ask for.',
    keywords: 'phishing suspicious unknown registration recovery not me',
    parts: [
      'Do not give it to anybody and do not open the link. Without you that code is of no use.',
      'Usually somebody typed your contact by mistake. If it happens again, write to Support or call {phone}. Do so at once if the message is about a payment or a sign-in that is not yours.',
    ],
  },
  'messaggio-vero-o-truffa': {
    question: 'How do I know that a message is really from you?',
    keywords: 'fraud scam phishing smishing fake email sms security link',
    parts: [
      {
        points: [
          'We never ask for a code or your password: not on the phone, not by e-mail, not at the agency.',
          'A message with a confirmation code always says what you are confirming: how much you are paying, to whom, for which policy.',
          'Our links lead only to {host}.',
        ],
      },
      'If in doubt, do not use the link: open the site yourself. And write to us if you would like us to look at it.',
    ],
  },
};
