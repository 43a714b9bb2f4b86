import type { Guides } from './catalogue.ts';

export const en: Guides = {
  guides: {
    registrarsi: {
      title: 'Registering',
      about: 'From your contact to your Home page in a couple of minutes.',
      needs: [
        'The e-mail or mobile that you left with the agency.',
        'Your codice fiscale.',
        'Two minutes: if you stop halfway, you can start again whenever you like.',
      ],
      steps: {
        apri: {
          title: 'Type your contact',
          text: 'Open Register and type the e-mail or mobile that your agency already has. It becomes the username you sign in with. Then press Continue.',
        },
        messaggio: {
          title: 'Type the code you receive',
          text: 'We send a four-digit code, valid for {REGISTRATION_CODE_MINUTES_text}, and a link, valid for {REGISTRATION_LINK_HOURS_text}. Type the code here or open the link: one of the two is enough.',
        },
        dati: {
          title: 'Say who you are',
          text: 'Four digits are not many: with your codice fiscale we can be sure that it is you. If you opened the link, we ask only when several people share the contact.',
        },
        password: {
          title: 'Choose a password',
          text: 'At least {PASSWORD_MIN} characters. A phrase of four or five words is perfect, spaces included. Then press Register.',
        },
        fatto: {
          title: 'You are in',
          text: 'Home shows what there is to do. The first thing is usually to choose a contact: you need one to confirm payments with a code.',
        },
      },
    },
    'registrare-un-azienda': {
      title: 'Registering a company',
      about: 'For companies: with the company’s partita IVA (VAT number) and its contact.',
      needs: [
        'The e-mail or mobile that the agency has for the company, not for you as a person.',
        'The partita IVA that is on the policy.',
      ],
      steps: {
        prima: {
          title: 'Check the company’s contact',
          text: 'The company has an account of its own, separate from yours. If your personal account already uses the same e-mail, ask the agency to add another one for the company.',
        },
        apri: {
          title: 'Ask for the message and type the code',
          text: 'Open Register, type the company’s contact and then the four-digit code that arrives there. It is valid for {REGISTRATION_CODE_MINUTES_text}.',
        },
        dati: {
          title: 'Type the partita IVA',
          text: 'The eleven digits on the policy. If the contact is both yours and the company’s, the partita IVA says which of the two is registering.',
        },
        password: {
          title: 'Choose a password',
          text: 'At least {PASSWORD_MIN} characters. Anyone who knows it can get into the company’s account: do not send it by e-mail.',
        },
        fatto: {
          title: 'See the company’s policies',
          text: 'Vehicles, premises and cover are in Policies; what is due is on Home.',
        },
      },
    },
    'ditte-e-professionisti': {
      title: 'Sole traders and professionals',
      about: 'For people with a partita IVA (VAT number): what to type and what you see.',
      needs: [
        'The e-mail or mobile that you left with the agency.',
        'Your codice fiscale or partita IVA, as on the policy.',
      ],
      steps: {
        prima: {
          title: 'See whose name the policy is in',
          text: 'A policy may be in your own name or in that of your business. If one contact serves both, what you type in step three decides which of them registers; the other needs a different contact.',
        },
        apri: {
          title: 'Ask for the message and type the code',
          text: 'Open Register, type your contact and then the four-digit code that arrives there. It is valid for {REGISTRATION_CODE_MINUTES_text}.',
        },
        dati: {
          title: 'Type the partita IVA or the codice fiscale',
          text: 'For the policies of the business, the partita IVA; for personal ones, the codice fiscale. Capitals, small letters and spaces are all fine.',
        },
        password: {
          title: 'Choose a password',
          text: 'At least {PASSWORD_MIN} characters; a phrase is perfect.',
        },
        fatto: {
          title: 'Check that everything is there',
          text: 'If a policy is missing, it may be recorded under another partita IVA or under your codice fiscale: your agency can tell at once.',
        },
      },
    },
    accedere: {
      title: 'Signing in',
      about: 'Username, password and, on a new device, a code.',
      needs: [
        'Your username: the e-mail or mobile you registered with.',
        'Your password.',
        'On a new device, the phone or mailbox the code goes to.',
      ],
      steps: {
        apri: {
          title: 'Type your username and password',
          text: 'You can paste the password or let your password manager fill it in. The button beside it shows what you type.',
        },
        codice: {
          title: 'On a new device, type the code',
          text: 'Six digits, sent to the contact for confirmations or to your username. After that we remember the device for {DEVICE_KNOWN_DAYS_text}. On a computer that is not yours, use a private window.',
        },
        dimenticata: {
          title: 'If you have forgotten the password',
          text: 'Open Forgotten credentials and type your username: you’ll get a link, valid for {RECOVERY_LINK_MINUTES_text}, to choose a new one.',
        },
        esci: {
          title: 'Sign out when you have finished',
          text: 'Sign out is at the end of the menu. If you forget, we’ll sign you out after {SESSION_IDLE_MINUTES_text} without use.',
        },
      },
    },
    confermare: {
      title: 'Confirming with a code',
      about: 'Choosing the contact that receives the codes, and using them.',
      needs: ['An account, and a second contact recorded by the agency: an e-mail or mobile other than your username.'],
      steps: {
        scegli: {
          title: 'Choose the contact',
          text: 'From Home open Choose contact. You’ll see those that can be used; next to the others it says why not.',
        },
        prova: {
          title: 'Check that the code arrives',
          text: 'We’ll send a code to that contact. Type it, and from then on confirmations go there.',
        },
        messaggio: {
          title: 'Read what you are confirming',
          text: 'Every message with a code says the operation: how much, to whom, for which policy. If it is not what you wanted, do not type the code, and let us know.',
        },
        codice: {
          title: 'Type the six digits',
          text: 'The code is valid for {CONFIRMATION_CODE_MINUTES_text}, and only for that operation. The two reference letters are the same in the message and on the page. You have {CODE_TRIES_MAX} tries.',
        },
        niente: {
          title: 'If it does not arrive',
          text: 'Wait a minute, look in the spam folder, then ask for a new code: from then on only the new one counts. If it still does not arrive, the page I have not received the code leads to people who can help.',
        },
      },
    },
    pagare: {
      title: 'Paying an instalment',
      about: 'From the due date to the receipt, one step at a time.',
      needs: [
        'An account with a contact for confirmations already chosen.',
        'What you pay with: the card, the access to your bank or the Satispay app, depending on the method.',
      ],
      steps: {
        trova: {
          title: 'Find the instalment',
          text: 'On Home, or on the page of the policy. Every instalment says from when and until when it can be paid here.',
        },
        controlla: {
          title: 'Check and choose how to pay',
          text: 'You see the amount, who receives it and the period. Next to a method that cannot be used for that amount it says why. There are no fees.',
        },
        codice: {
          title: 'Confirm with the code',
          text: 'The message repeats the amount and the policy. If they are right, type the six digits.',
        },
        carta: {
          title: 'By card: go to the payment page',
          text: 'You type the card details there, never here. The bank may ask you to confirm in its app too. You have {PAYMENT_CARD_OPEN_MINUTES_text}, then the payment closes by itself.',
        },
        mybank: {
          title: 'With MyBank: choose your bank',
          text: 'Instead of a card you choose your bank and authorise a transfer on its site or in its app. Amount and payee are already filled in. You have {PAYMENT_MYBANK_OPEN_MINUTES_text}.',
        },
        satispay: {
          title: 'With Satispay: approve in the app',
          text: 'From the Satispay page you go to the app: check the amount and approve there. You have {PAYMENT_SATISPAY_OPEN_MINUTES_text}.',
        },
        esito: {
          title: 'Back here: outcome and receipt',
          text: 'The page says whether it went through and gives you the receipt as a PDF, which stays in Documents. If there is no outcome yet, do not pay again: we’ll follow it up and write to you.',
        },
      },
    },
  },
  pictures: {
    registrati: 'The Register page on a phone: a field with an e-mail and the Continue button.',
    'registrati-codice': 'The Check your messages page: the field for the four-digit code and the Continue button.',
    'registrati-dati': 'The page that asks for the codice fiscale or partita IVA, with a codice fiscale typed in.',
    'registrati-password': 'The Choose your password page, with the button that shows it and the Register button.',
    'prima-home': 'Home just after registering: the greeting and what there is to do.',
    'azienda-dati': 'The same page with a partita IVA of eleven digits.',
    'azienda-home': 'The Home page of a company, with its name in the greeting.',
    'ditta-dati': 'The page that asks for the codice fiscale or partita IVA, with the partita IVA of a business.',
    'ditta-home': 'The Home page of a sole trader.',
    accesso: 'The Sign in page: username, password and, below, Forgotten credentials.',
    'accesso-codice': 'The Enter the code page: the contact partly hidden, the field for six digits, Sign in.',
    recupera: 'The Choose a new password page: a field for the username and the button that sends the link.',
    'scegli-recapito': 'The Choose contact page: a mobile to choose and, below, the contacts that cannot be used.',
    'scegli-codice': 'The page for the code that checks the contact, with the contact partly hidden.',
    conferma: 'The Enter the code page for a payment: the amount, the two reference letters, the field.',
    'non-arriva': 'The I have not received the code page: the advice, one item below the other.',
    polizza: 'The page of a motor policy: the amount of the instalment, the due date and the button to pay.',
    paga: 'The Check and choose how to pay page: the methods one below the other and the button that sends the code.',
    vai: 'The Only the payment is left page, with the button that goes to the payment page.',
    esito: 'The Payment successful page: the amount paid and the button for the receipt.',
  },
};
