import type { Answers } from '../catalogue.ts';

export const registration: Answers<'registration'> = {
  'come-registrarsi': {
    question: 'How do I register?',
    keywords: 'sign up create account new user activate customer area first time enrol',
    parts: [
      'You need an e-mail or mobile number that your agency already has: it becomes your username.',
      {
        steps: [
          'Open Register and enter that e-mail or mobile number.',
          'You receive a message with a link and a four-digit code.',
          'Enter the code on the page you left open, with your codice fiscale or partita IVA (the Italian tax numbers). Or open the link and press the button.',
          'Choose a password. You are in.',
        ],
      },
      'It takes a couple of minutes. If you stop halfway, start again whenever you like.',
    ],
  },
  'codice-o-link': {
    question: 'The message has a code and a link: which one do I use?',
    keywords: 'four digits link message registration expired valid',
    parts: [
      'Whichever suits you: one of them is enough.',
      {
        points: [
          'The code is valid for {REGISTRATION_CODE_MINUTES_text} and works only in the browser you asked for it in.',
          'The link is valid for {REGISTRATION_LINK_HOURS_text} and works in any browser, even after the code has expired.',
        ],
      },
      'If you asked for several messages, only the latest one counts.',
    ],
  },
  'chi-puo-registrarsi': {
    question: 'Who can register?',
    keywords: 'policyholder insured company sole trader professional business family',
    parts: [
      'Anyone who has a policy with us, as policyholder (who signed it) or as insured person (who is covered). This applies to people, companies and professionals.',
      'Everyone registers with a contact of their own. If two people share an e-mail, the link asks for the codice fiscale, so that we know which of them it is.',
    ],
  },
  'quale-nome-utente': {
    question: 'Which e-mail or mobile number should I enter?',
    keywords: 'username contact agency not recognised email number',
    parts: [
      'One of those you gave the agency: the e-mail it writes to, or the mobile it calls. A landline will not do, because it receives no messages.',
      'If you do not know which one it has, or it is out of date, ask the agency. It will add the new one, and soon afterwards you can use it here.',
      'The page always gives the same answer, even when we do not know the contact. That way nobody can find out who our customers are.',
    ],
  },
  'codice-fiscale-chiesto': {
    question: 'Why do you ask for my codice fiscale or partita IVA?',
    keywords: 'tax number vat personal data identity check spouses shared email',
    parts: [
      'Four digits are not many. With the codice fiscale or partita IVA we are sure that it is you.',
      'If you open the link, we ask only when several people share that contact. It tells us which of them is registering.',
    ],
  },
  'recapito-gia-in-uso': {
    question: 'The message says that the contact is already in use. What now?',
    keywords: 'already used other account username confirmation taken spouse free',
    parts: [
      'A contact can belong to one account only: as its username, or to confirm operations. The message says how it is used.',
      {
        points: [
          'If the account is yours, sign in. If you do not remember the password, recover it.',
          'If it is somebody else’s, for example that of a person you live with, register with another contact of yours. Or ask that person to use a different one.',
        ],
      },
    ],
  },
  'ricominciare-la-registrazione': {
    question: 'I stopped halfway. Can I start again?',
    keywords: 'interrupted resume new message link expired',
    parts: [
      'Yes, whenever you like. Open Register again and enter the same contact: we’ll send a new message, and the earlier ones no longer count.',
      'The same applies after an account has been cancelled: you can register again.',
    ],
  },
  'scegliere-la-password': {
    question: 'What must the password be like?',
    keywords: 'characters length secure password manager passphrase rules',
    parts: [
      'At least {PASSWORD_MIN} characters. No unusual symbols needed: a phrase of four or five words is fine, spaces included.',
      'We do not accept the most common passwords, and your name, e-mail or date of birth. You may paste it from a password manager.',
      'It does not expire. Change it when you want to, or if you are worried that somebody knows it.',
    ],
  },
};
