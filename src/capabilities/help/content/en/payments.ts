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
      'No. We are waiting for the payment provider to tell us how it went, and we keep asking until we know. An instalment cannot be paid twice.',
      'If you have not finished, the outcome page lets you resume or give up. It says until when the payment stays open: by card {PAYMENT_CARD_OPEN_MINUTES_text}. Then it closes by itself.',
      'You can leave the page: the outcome is in the policy too, and we write to you.',
    ],
  },
  'come-pagare': {
    question: 'How do I pay an instalment?',
    keywords: 'pay premium card debit visa mastercard postepay mybank satispay online steps',
    parts: [
      {
        steps: [
          'Open the policy, or the thing to do on Home, and press Pay the instalment.',
          'Check the amount and choose how to pay.',
          'Enter the confirmation code you receive.',
          'Go to the payment page and pay there. Then you come back here and find the outcome and the receipt.',
        ],
      },
      'Only the payment provider sees the data of your card or bank, we do not. We charge no fees.',
    ],
  },
  'importi-e-metodi': {
    question: 'Up to what amount can I pay, and by what means?',
    keywords: 'limit maximum card mybank satispay method not available',
    parts: [
      {
        points: [
          'Life, savings and pension: by card up to {cardLife}, by Satispay up to {satispayLife}.',
          'All other policies: by card up to {cardNonLife}, by Satispay up to {satispayNonLife}.',
          'MyBank has no limit of ours: your bank sets one.',
        ],
      },
      'The instalment says which of these you can use here. If there is none, you pay at the agency.',
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
  'che-cos-e-mybank': {
    question: 'What is MyBank and what does it take?',
    keywords: 'online transfer bank account home banking authorise irrevocable',
    parts: [
      'An immediate transfer from your account, without registering anywhere. You choose the bank, enter its site or app and authorise: amount and payee are already filled in.',
      'It takes online access to your bank, and a bank that takes part: you can look it up before you start. A transfer cannot be undone: if we have to give money back, we send it by another transfer.',
    ],
  },
  'che-cos-e-satispay': {
    question: 'How do I pay by Satispay?',
    keywords: 'app phone approve request satispay',
    parts: [
      'With the Satispay app on your phone. From the payment page you go to the app, check the amount and approve. You have {PAYMENT_SATISPAY_OPEN_MINUTES_text}.',
      'It takes a Satispay account with enough in it. If we have to give money back, it returns to Satispay.',
    ],
  },
  'fare-un-versamento': {
    question: 'Can I make an additional contribution?',
    keywords: 'additional contribution life savings pension pay in how much minimum maximum',
    parts: [
      'Yes, on life, savings and pension policies that provide for it: the page of the policy says from how much to how much, and you start there.',
      'It is confirmed with the code and paid like an instalment. If the policy does not offer it, ask your agency.',
    ],
  },
  'regolazione-e-perfezionamento': {
    question: 'What are regularisation and completion premiums?',
    keywords: 'regularisation adjustment completion premium company turnover',
    parts: [
      {
        points: [
          'Regularisation is the settlement at the end of a period: the premium follows what really happened, for instance turnover or vehicles.',
          'Completion completes a premium when a policy changes or starts.',
        ],
      },
      'Some are paid here, in the same days as the instalments of the policy. The others are paid at the agency: it says so beside the amount.',
    ],
  },
  'che-cosa-c-e-in-pagamenti': {
    question: 'What is in Payments?',
    keywords: 'list paid due year csv excel calendar download history chart',
    parts: [
      'Everything that is due and that has been paid, for all your policies, year by year, with the total.',
      'The list can be downloaded as a CSV file, which a spreadsheet opens. Each due date can be put into your calendar.',
    ],
  },
};
