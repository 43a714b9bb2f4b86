import type { Answers } from '../catalogue.ts';

export const documents: Answers<'documents'> = {
  'dove-sono-i-documenti': {
    question: 'What is in Documents?',
    keywords: 'receipts contract archive download unread',
    parts: [
      'The receipts for payments made here, newest first. A mark shows those you have not opened yet. For other documents, ask your agency.',
      'They stay there after the policy has ended.',
    ],
  },
  'documenti-solo-digitali': {
    question: 'What does “digital documents only” mean?',
    keywords: 'paperless post paper consent email receipt',
    parts: [
      'That documents no longer come by post: we let you know when there are new ones, and you find them here. Italian law calls it dematerializzazione.',
      'To switch it on or change it, talk to your agency.',
    ],
  },
  'aprire-un-pdf': {
    question: 'A PDF will not open.',
    keywords: 'download file damaged phone reader acrobat',
    parts: [
      'Try to download it and open it from your downloads. A phone needs an app that reads PDFs: most have one already.',
      'Receipts can be read by a screen reader too. If a document will not open at all, tell us which one: we’ll check it.',
    ],
  },
};
