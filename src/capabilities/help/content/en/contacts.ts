import type { Answers } from '../catalogue.ts';

export const contacts: Answers<'contacts'> = {
  'a-che-cosa-servono-i-recapiti': {
    question: 'What is each of my contacts for?',
    keywords: 'digital contacts username confirmation preferred paperless double tick role',
    parts: [
      'In Digital contacts you find the e-mails and numbers you gave, with the use of each:',
      {
        points: [
          'Username: the one you sign in with.',
          'Confirms operations, with the double tick: it receives the codes to pay and to change something.',
          'Preferred: where we and the agency write to you.',
          'Digital documents: where we tell you of a new document.',
        ],
      },
    ],
  },
  'cambiare-un-recapito': {
    question: 'How do I change or add an e-mail or mobile number?',
    keywords: 'change contact new number update email agency',
    parts: [
      'For now your agency does it: it checks the new contact with you and records it. Soon after you see it in Digital contacts.',
      'If you need a contact to confirm operations, Choose contact asks for it with one click.',
    ],
  },
  'dove-mi-scrivete': {
    question: 'Which contact do you write to?',
    keywords: 'preferred notifications notices email sms where',
    parts: [
      'To the preferred contact. If you have none, to your username.',
      'Codes to confirm go only to the contact for confirmations. The receipt of a payment goes to an e-mail.',
    ],
  },
};
