import type { Answers } from '../catalogue.ts';

export const documents: Answers<'documents'> = {
  'dove-sono-i-documenti': {
    question: 'Was finde ich unter „Dokumente“?',
    keywords: 'quittungen vertrag archiv herunterladen ungelesen',
    parts: [
      'Die Quittungen der hier geleisteten Zahlungen, die neuesten zuerst. Ein Zeichen zeigt, welche Sie noch nicht geöffnet haben. Nach anderen Dokumenten fragen Sie Ihre Agentur.',
      'Alles bleibt auch nach dem Ende des Vertrags.',
    ],
  },
  'documenti-solo-digitali': {
    question: 'Was bedeutet „nur digitale Dokumente“?',
    keywords: 'papierlos post papier einwilligung email quittung',
    parts: [
      'Dass Dokumente nicht mehr per Post kommen: Wir melden sie, und Sie finden sie hier. Das italienische Recht nennt es dematerializzazione.',
      'Um das ein- oder auszuschalten, sprechen Sie mit Ihrer Agentur.',
    ],
  },
  'aprire-un-pdf': {
    question: 'Ein PDF lässt sich nicht öffnen.',
    keywords: 'herunterladen datei beschädigt telefon reader acrobat',
    parts: [
      'Laden Sie es herunter und öffnen Sie es aus den Downloads. Auf dem Telefon braucht es eine App für PDF: Meist ist sie schon da.',
      'Quittungen lassen sich auch mit einem Screenreader lesen. Öffnet sich ein Dokument gar nicht, sagen Sie uns, welches: Wir prüfen es.',
    ],
  },
};
