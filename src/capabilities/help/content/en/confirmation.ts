import type { Answers } from '../catalogue.ts';

export const confirmation: Answers<'confirmation'> = {
  'perche-un-codice': {
    question: 'Why is a code needed to pay?',
    keywords: 'otp confirm operation security six digits',
    parts: [
      'A payment, like every operation that changes a policy or your profile, is confirmed with a six-digit code. It goes only to the contact for confirmations: nobody else can do it, even with your password.',
      'The code is valid for {CONFIRMATION_CODE_MINUTES_text} and for that operation only. The message says the amount, who it goes to and what it is for. If that is not what you wanted, do not enter the code.',
    ],
  },
  'scegliere-il-recapito': {
    question: 'How do I choose the contact for confirmations?',
    keywords: 'operations number email choose contact activate confirmation',
    parts: [
      {
        steps: [
          'Open Choose contact, from Home or from Digital contacts.',
          'Choose one of those that can be used: next to the others it says why not.',
          'Enter the code that arrives right there. From then on confirmations go to that contact.',
        ],
      },
      'If none is suitable, one click asks the agency to add one, and you follow the request in Requests.',
    ],
  },
  'recapito-non-adatto': {
    question: 'Why can’t I use one of my contacts for confirmations?',
    keywords: 'not suitable landline username added by me other account tick',
    parts: [
      'The contact that receives the codes is the key to your payments. So it must be:',
      {
        points: [
          'an e-mail or a mobile, because a landline receives no codes;',
          'recorded by the agency, which checked it with you;',
          'different from your username: anyone who steals one must not have the other too;',
          'not used by another account to sign in or to confirm.',
        ],
      },
    ],
  },
  'codice-sbagliato': {
    question: 'I entered the wrong code. How many tries do I have?',
    keywords: 'attempts tries wrong used up limit',
    parts: [
      'You have {CODE_TRIES_MAX} tries for each code. After that even the right one does not count: ask for a new one and start again.',
      'You can ask for only a few codes an hour: the page says how many are left. When you have used them up, it says when you can ask again.',
    ],
  },
  'codice-scaduto': {
    question: 'The code has expired.',
    keywords: 'time minutes expiry new code operation expired',
    parts: [
      'Press Ask for a new code: it arrives at once and the old one no longer counts. What you had chosen stays as it is.',
      'The whole operation waits for {CONFIRMATION_OPERATION_MINUTES_text}. When that time is up, start again from the policy: nothing has been paid.',
    ],
  },
  'cambiato-prima-della-conferma': {
    question: 'It says that something has changed and I can no longer confirm.',
    keywords: 'amount changed operation void instalment withdrawn different',
    parts: [
      'The code is for what was written in the message. The confirmation stops if in the meantime the amount has changed, or the instalment has been paid at the agency or withdrawn. You never pay for something other than what you read.',
      'You have not been charged. Go back to the policy: you’ll find today’s amount. If there is still something to pay, start again from there.',
    ],
  },
  'cellulare-cambiato': {
    question: 'I changed my mobile and the codes go to the old number.',
    keywords: 'lost number sim new phone confirmation contact replace',
    parts: [
      'Talk to your agency: it records the new number and removes the old one. Then choose the contact for confirmations here, among those you have.',
      'In the meantime, to sign in from a new device you can have the code sent to your username.',
    ],
  },
};
