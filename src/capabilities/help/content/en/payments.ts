import type { Answers } from '../catalogue.ts';

export const payments: Answers<'payments'> = {
  'quando-si-paga': {
    question: 'From when and until when can I pay an instalment here?',
    keywords: 'window due date days before after period motor car life home not payable',
    parts: [
      {
        points: [
          'Motor: from {motorBefore} days before to {motorAfter} days after the due date.',
          'Life, savings and pension: from the first day of the due month to {lifeAfter} days after the due date.',
          'All others: from {otherBefore} days before, until it is paid or withdrawn.',
        ],
      },
      'Each instalment says from when and until when. What counts is the day you confirm with the code. Outside these days the agency takes care of it.',
    ],
  },
  'pagamento-in-attesa': {
    question: 'The payment is pending: do I have to do it again?',
    keywords: 'waiting bank in progress stuck resume give up',
    parts: [
      'No. We are waiting for the card provider to tell us how it went, and we keep asking until we know. An instalment cannot be paid twice.',
      'If you did not finish on the payment page, the outcome page lets you resume or give up. If you do nothing, the payment closes by itself after {PAYMENT_CARD_OPEN_MINUTES_text}.',
      'You can leave the page: the outcome also shows in the policy.',
    ],
  },
  'come-pagare': {
    question: 'How do I pay an instalment?',
    keywords: 'pay premium card debit visa mastercard postepay online steps',
    parts: [
      {
        steps: [
          'Open the policy, or the thing to do on Home, and press Pay the instalment.',
          'Check the amount and choose how to pay.',
          'Enter the confirmation code you receive.',
          'Go to the payment page, enter the card details there and come back here: you find the outcome and the receipt.',
        ],
      },
      'Only the payment provider sees your card details, we do not. There are no fees.',
    ],
  },
  'importi-e-metodi': {
    question: 'Up to what amount can I pay by card?',
    keywords: 'limit maximum card mybank satispay 1000 5000 method not available',
    parts: [
      {
        points: [
          'Life, savings and pension: by card up to {cardLife}.',
          'All other policies: by card up to {cardNonLife}.',
        ],
      },
      'Higher amounts need other means: the instalment says which. If there are none here, you pay at the agency.',
    ],
  },
  'pagamento-rifiutato': {
    question: 'My card was refused. Have I paid?',
    keywords: 'declined denied failed insufficient funds expired card 3d secure try again',
    parts: [
      'No: a refused payment charges you nothing. If you see an amount held on your account, the bank has set it aside and releases it by itself.',
      'The bank knows the reason. Usually the confirmation in its app is missing, a limit was exceeded or the card does not work online. You can try again at once, with another card too.',
    ],
  },
  'pagato-due-volte': {
    question: 'I am afraid I have paid twice.',
    keywords: 'double charge refund duplicate money back',
    parts: [
      'We keep one payment for each instalment. If a second one arrives, or the instalment has already been paid at the agency, we give the extra money back. It goes to the same card where possible, otherwise by transfer within {PAYMENT_REFUND_DUE_DAYS_text}.',
      'We write to you when it happens. If you see two charges and no message, write to Support with the date and the amount.',
    ],
  },
  'pagata-in-agenzia': {
    question: 'I paid at the agency but the instalment still shows as due.',
    keywords: 'cash transfer agency update delay not paid',
    parts: [
      'Payments made at the agency appear here a little later, usually the next day. Beside each figure you find the date it refers to.',
      'If you see nothing after two working days, ask the agency. Do not pay again meanwhile.',
    ],
  },
  'dov-e-la-ricevuta': {
    question: 'Where is the receipt of a payment?',
    keywords: 'receipt pdf download email proof of payment',
    parts: [
      'On the outcome page and in Documents, as soon as the payment has gone through. It is a PDF that you can download at any time.',
      'It also comes by e-mail if we have an address and you chose digital documents only. The outcome page says where it went, or why not.',
    ],
  },
  'auto-pagata-in-ritardo': {
    question: 'I pay my motor policy after the due date: am I covered?',
    keywords: 'car insurance fifteen days grace suspended cover late expired drive',
    parts: [
      'If the policy goes on, you are still covered for {motorAfter} days after the instalment was due. After that, cover stops until you pay.',
      'If you pay later at the agency, cover runs again from midnight at the end of that day, not from before. The page of the policy says from when.',
    ],
  },
  'fattura-del-dispositivo': {
    question: 'Can I have an invoice for the device included in the premium?',
    keywords: 'iot black box home kit child seat electronic invoice recipient code',
    parts: [
      'Yes. Some policies include a device, for example the kit for the home. For that part of the premium there is an invoice. For now, ask your agency for it.',
      'The instalment shows how much of the premium concerns the device.',
    ],
  },
};
