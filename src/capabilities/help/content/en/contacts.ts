import type { Answers } from '../catalogue.ts';

export const contacts: Answers<'contacts'> = {
  'a-che-cosa-servono-i-recapiti': {
    question: 'What is each of my contacts for?',
    keywords: 'digital contacts username confirmation preferred paperless double tick role',
    parts: [
      'Digital contacts shows the e-mails and numbers you gave us, with what each is used for:',
      {
        points: [
          'Username: the one you sign in with.',
          'Confirms operations, with the double tick: the one that receives the codes for paying and for changing something.',
          'Preferred: where we and the agency write to you.',
          'Digital documents: where we let you know about a new document.',
        ],
      },
    ],
  },
  'cambiare-un-recapito': {
    question: 'How do I change or add an e-mail or mobile number?',
    keywords: 'change contact new number update email agency',
    parts: [
      'For now your agency does it: it checks the new contact with you and records it. Soon afterwards you’ll see it in Digital contacts.',
      'If you need a contact to confirm operations, you can ask for one in Choose contact with one click.',
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
