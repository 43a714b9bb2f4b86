import type { Answers } from '../catalogue.ts';

export const contacts: Answers<'contacts'> = {
  'a-che-cosa-servono-i-recapiti': {
    question: 'Wozu dient jeder meiner Kontakte?',
    keywords: 'digitale kontakte benutzername bestätigung bevorzugt digitale dokumente doppeltes häkchen',
    parts: [
      'Unter „Digitale Kontakte“ finden Sie die E-Mail-Adressen und Nummern, die Sie angegeben haben, mit ihrer Verwendung:',
      {
        points: [
          'Benutzername: Damit melden Sie sich an.',
          'Bestätigt Vorgänge, mit doppeltem Häkchen: empfängt die Codes zum Zahlen und Ändern.',
          'Bevorzugt: Dorthin schreiben wir und die Agentur.',
          'Digitale Dokumente: Dort melden wir ein neues Dokument.',
        ],
      },
    ],
  },
  'cambiare-un-recapito': {
    question: 'Wie ändere oder ergänze ich eine E-Mail-Adresse oder Mobilnummer?',
    keywords: 'kontakt ändern neue nummer aktualisieren email agentur',
    parts: [
      'Vorerst macht das Ihre Agentur: Sie prüft den neuen Kontakt mit Ihnen und trägt ihn ein. Bald darauf sehen Sie ihn unter „Digitale Kontakte“.',
      'Brauchen Sie einen Kontakt zum Bestätigen von Vorgängen, bitten Sie unter „Kontakt wählen“ mit einem Klick darum.',
    ],
  },
  'dove-mi-scrivete': {
    question: 'An welchen Kontakt schreiben Sie mir?',
    keywords: 'bevorzugt benachrichtigungen hinweise email sms wohin',
    parts: [
      'An den bevorzugten Kontakt. Haben Sie keinen, an Ihren Benutzernamen.',
      'Codes zum Bestätigen gehen nur an den Kontakt für Bestätigungen. Die Quittung einer Zahlung geht an eine E-Mail-Adresse.',
    ],
  },
};
