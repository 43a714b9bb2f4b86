import type { Answers } from '../catalogue.ts';

export const payments: Answers<'payments'> = {
  'quando-si-paga': {
    question: 'From when and until when can I pay an instalment here?',
    keywords: 'window due date days before after period motor car life home not payable',
    parts: [
      {
        points: [
          'Motor: from {motorBefore} days before to {motorAfter} days after the due date.',
          'Life, savings and pension: from the first day of the month it is due to {lifeAfter} days after the due date.',
          'All others: from {otherBefore} days before the due date, until it is paid or withdrawn.',
        ],
      },
      'Each instalment shows from when and until when it can be paid. What counts is the day you confirm with the code. Outside these days the agency takes care of it.',
    ],
  },
  'pagamento-in-attesa': {
    question: 'The payment is pending: do I have to do it again?',
    keywords: 'waiting bank in progress stuck resume give up cancel',
    parts: [
      'No. We are waiting for the payment provider to tell us how it went, and we keep asking until we know. An instalment cannot be paid twice.',
      'If you have not finished, the outcome page lets you carry on or cancel. It says how long the payment stays open: by card, {PAYMENT_CARD_OPEN_MINUTES_text}. Then it closes by itself.',
      'You can leave the page: the outcome will be in the policy too, and we’ll write to you.',
    ],
  },
  'come-pagare': {
    question: 'How do I pay an instalment?',
    keywords: 'pay premium card debit visa mastercard postepay mybank satispay online steps',
    parts: [
      {
        steps: [
          'Open the policy, or the item under To do on Home, and press Pay the instalment.',
          'Check the amount and choose how to pay.',
          'Enter the confirmation code you receive.',
          'Go to the payment page and pay there. Then you come back here, where you’ll find the outcome and the receipt.',
        ],
      },
      'Only the payment provider sees your card or bank details; we do not. We charge no fees.',
    ],
  },
  'importi-e-metodi': {
    question: 'How much can I pay, and by which method?',
    keywords: 'limit maximum card mybank satispay method not available',
    parts: [
      {
        points: [
          'Life, savings and pension: by card up to {cardLife}, with Satispay up to {satispayLife}.',
          'All other policies: by card up to {cardNonLife}, with Satispay up to {satispayNonLife}.',
          'We set no limit for MyBank: your bank does.',
        ],
      },
      'The instalment shows which of these you can use here. If there are none, pay at the agency.',
    ],
  },
  'pagamento-rifiutato': {
    question: 'My card was refused. Have I paid?',
    keywords: 'declined denied failed insufficient funds expired card 3d secure try again',
    parts: [
      'No: a refused payment charges you nothing. If you see an amount held on your account, the bank has set it aside and will release it by itself.',
      'Your bank knows the reason. Usually the payment was not confirmed in its app, a limit was exceeded or the card cannot be used online. You can try again at once, with another card too.',
    ],
  },
  'pagato-due-volte': {
    question: 'I am afraid I have paid twice.',
    keywords: 'double charge refund duplicate money back',
    parts: [
      'We keep one payment for each instalment. If a second one arrives, or the instalment has already been paid at the agency, we refund the extra money. It goes to the same card where possible, otherwise by bank transfer within {PAYMENT_REFUND_DUE_DAYS_text}.',
      'We’ll write to you if it happens. If you see two charges and no message, write to Support with the date and the amount.',
    ],
  },
  'pagata-in-agenzia': {
    question: 'I paid at the agency but the instalment still shows as due.',
    keywords: 'cash transfer agency update delay not paid',
    parts: [
      'Payments made at the agency appear here a little later, usually the next day. Next to each figure is the date it refers to.',
      'If you see nothing after two working days, ask the agency. Do not pay again in the meantime.',
    ],
  },
  'dov-e-la-ricevuta': {
    question: 'Where is the receipt for a payment?',
    keywords: 'receipt pdf download email proof of payment',
    parts: [
      'On the outcome page and in Documents, as soon as the payment has gone through. It is a PDF that you can download at any time.',
      'It also comes by e-mail if we have an address and you chose “digital documents only”. The outcome page says where it went, or why not.',
    ],
  },
  'auto-pagata-in-ritardo': {
    question: 'I pay my motor policy after the due date: am I covered?',
    keywords: 'car insurance fifteen days grace suspended cover late expired drive',
    parts: [
      'If the policy goes on, you are still covered for {motorAfter} days after the instalment was due. After that, cover stops until you pay.',
      'If you pay later at the agency, cover resumes at midnight at the end of that day, not earlier. The page of the policy says from when.',
    ],
  },
  'fattura-del-dispositivo': {
    question: 'Can I have an invoice for the device included in the premium?',
    keywords: 'iot black box home kit child seat electronic invoice recipient code',
    parts: [
      'Yes. Some policies include a device, for example the kit for the home. For that part of the premium there is an invoice. For now, ask your agency for it.',
      'The instalment shows how much of the premium is for the device.',
    ],
  },
  'che-cos-e-mybank': {
    question: 'What is MyBank and what do I need?',
    keywords: 'online transfer bank account home banking authorise irrevocable',
    parts: [
      'An immediate transfer from your account, without registering anywhere. You choose your bank, go to its site or app and authorise the transfer: amount and payee are already filled in.',
      'You need online access to your bank, and your bank has to take part: you can look it up before you start. A transfer cannot be undone: if we have to refund you, we’ll send the money by another transfer.',
    ],
  },
  'che-cos-e-satispay': {
    question: 'How do I pay with Satispay?',
    keywords: 'app phone approve request satispay',
    parts: [
      'With the Satispay app on your phone. From the payment page you go to the app, check the amount and approve. You have {PAYMENT_SATISPAY_OPEN_MINUTES_text}.',
      'You need a Satispay account with enough money in it. If we have to refund you, the money goes back to Satispay.',
    ],
  },
  'fare-un-versamento': {
    question: 'Can I make an additional contribution?',
    keywords: 'additional contribution life savings pension pay in how much minimum maximum',
    parts: [
      'Yes, on life, savings and pension policies that allow it: the page of the policy gives the minimum and maximum, and you start from there.',
      'It is confirmed with the code and paid like an instalment. If the policy does not offer it, ask your agency.',
    ],
  },
  'regolazione-e-perfezionamento': {
    question: 'What are adjustment and completion premiums?',
    keywords: 'regularisation adjustment completion premium company turnover',
    parts: [
      {
        points: [
          'An adjustment premium settles up at the end of a period: the premium is adjusted to what really happened, for instance to turnover or the number of vehicles.',
          'A completion premium makes up the full premium when a policy changes or starts.',
        ],
      },
      'Some can be paid here, on the same days as the instalments of the policy. The others have to be paid at the agency: it says so next to the amount.',
    ],
  },
  'che-cosa-c-e-in-pagamenti': {
    question: 'What is in Payments?',
    keywords: 'list paid due year csv excel calendar download history chart',
    parts: [
      'Everything that is due and everything that has been paid, for all your policies, year by year, with the total.',
      'You can download the list as a CSV file, which opens in a spreadsheet. You can add each due date to your calendar.',
    ],
  },
};
