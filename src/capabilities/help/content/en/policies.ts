import type { Answers } from '../catalogue.ts';

export const policies: Answers<'policies'> = {
  'non-vedo-una-polizza': {
    question: 'Why can’t I see one of my policies?',
    keywords: 'missing policy ended beneficiary other profile new just signed',
    parts: [
      {
        points: [
          'It has ended: Policies shows active ones only. Its documents stay in Documents.',
          'It is new: it appears here once the agency has recorded it, usually within a few working days.',
          'You are neither the policyholder nor insured by it: a beneficiary, for example, does not see it.',
          'It is recorded under different details, for example the partita IVA of your business instead of your codice fiscale.',
        ],
      },
      'If it is none of these, ask the agency: it will check how the policy is recorded.',
    ],
  },
  'che-cosa-vede-l-assicurato': {
    question: 'I am insured, but the policy is somebody else’s. What do I see?',
    keywords: 'insured policyholder employer family premiums hidden payments',
    parts: [
      'You see what the policy covers and for whom. Only the policyholder, who signed it and pays for it, sees premiums, payments and contract documents.',
      'Nobody sees another person’s policies, not even in the same family. The exception is a legal representation recorded by the agency, such as that of a parent for a minor.',
    ],
  },
  'dati-non-aggiornati': {
    question: 'Something about the policy is old or wrong.',
    keywords: 'address plate mistake correct update residence reference date',
    parts: [
      'Next to the details is the day they refer to. If you changed something recently, it may take a day to appear.',
      'If something really is wrong, tell your agency, which looks after the policy’s details. You can see them here, but not change them.',
    ],
  },
  'numero-polizza-e-codice-cliente': {
    question: 'Where are my policy number and customer code?',
    keywords: 'contract number customer code identifier phone support',
    parts: [
      'The policy number is at the top of the policy’s page, with a button to copy it. The customer code is in Profile and documents, Account details.',
      'You’ll also find them in documents and in messages about a policy.',
    ],
  },
};
