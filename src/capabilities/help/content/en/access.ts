import type { Answers } from '../catalogue.ts';

export const access: Answers<'access'> = {
  'password-dimenticata': {
    question: 'I forgot my password. How do I get in?',
    keywords: 'recover reset change forgotten credentials',
    parts: [
      {
        steps: [
          'Open Forgotten credentials and enter your username: the e-mail or mobile number you sign in with.',
          'Open the link in the message: it is valid for {RECOVERY_LINK_MINUTES_text}, in any browser.',
          'Press the button and choose the new password.',
        ],
      },
      'You are signed out everywhere else and other devices are forgotten: if somebody had got in as you, they are out.',
    ],
  },
  'nome-utente-dimenticato': {
    question: 'I do not remember my username.',
    keywords: 'username email mobile which forgotten credentials find codice fiscale vat number',
    parts: [
      'It is the e-mail or mobile you registered with. If you do not know which one, we can send it to you:',
      {
        steps: [
          'Open Forgotten credentials, then find your username.',
          'Type your codice fiscale or partita IVA.',
          'Look in your mail and on your phone: the message goes to the username itself and gives it in full.',
        ],
      },
      'If you have more than one account, add the policy number. If you can no longer read messages there, ask your agency.',
    ],
  },
  'accesso-bloccato': {
    question: 'Why is my access blocked?',
    keywords: 'too many attempts wrong password wait locked one year inactive',
    parts: [
      'After a few wrong passwords you have to wait a little; after {SIGN_IN_LOCK_AFTER} access stops for {SIGN_IN_LOCK_MINUTES_text}. It is the same for anyone who tries, so that nobody can keep guessing.',
      'Your usual device is counted separately: a stranger trying from somewhere else does not lock you out.',
      'An account that has not been used for more than {ACCOUNT_UNUSED_DAYS_text} locks itself. Either way, choosing a new password opens it again at once. If Support has locked it, for example because you asked us to, write to Support.',
    ],
  },
  'codice-nuovo-dispositivo': {
    question: 'Why am I asked for a code even though the password is right?',
    keywords: 'new device six digits verification browser cookies deleted phone computer',
    parts: [
      'Because you are coming from a device or browser we do not know. The six-digit code goes to the contact for confirmations. If you have not chosen one yet, it goes to your username.',
      'We then remember that device for {DEVICE_KNOWN_DAYS_text}: until then the password is enough. If you delete cookies or use a private window, we’ll ask again.',
      'Do you no longer receive messages there? On the same page you can have the code sent to your username: we’ll let the other contact know too.',
    ],
  },
  'perche-mi-fa-uscire': {
    question: 'Why was I signed out?',
    keywords: 'session expired disconnected timeout inactivity logout lost data form',
    parts: [
      'After {SESSION_IDLE_MINUTES_text} without using the site we sign you out, and in any case after {SESSION_HOURS_text}. That way, anyone who finds your computer switched on cannot see your data.',
      'If you were filling in a form, sign in again in the same browser: what you had typed is still there. Passwords and codes are never kept.',
    ],
  },
  'dispositivi-e-sessioni': {
    question: 'How do I see where I am signed in, and sign out everywhere?',
    keywords: 'access security active sessions known devices forget sign out everywhere',
    parts: [
      'Profile and documents, Sign-ins and security, shows where you are signed in, with device and time, and the devices we remember.',
      'There you can sign out of one device, forget a device, or sign out everywhere at once.',
    ],
  },
  'qualcuno-e-entrato': {
    question: 'I am worried that somebody has got into my account.',
    keywords: 'stolen account hacked suspicious access unknown fraud',
    parts: [
      {
        steps: [
          'In Sign-ins and security press Sign out everywhere.',
          'Recover the password from Forgotten credentials and choose a new one that you use nowhere else.',
          'Write to Support or call {phone}: we’ll look into what happened together.',
        ],
      },
      'Without the code that reaches your contact nobody can pay or change anything in your name.',
    ],
  },
};
