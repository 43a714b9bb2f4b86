import type { Answers } from '../catalogue.ts';

export const messages: Answers<'messages'> = {
  'il-codice-non-arriva': {
    question: 'Der Code oder die Nachricht kommt nicht an.',
    keywords: 'sms email spam junk verspätung nichts empfangen signal',
    parts: [
      {
        steps: [
          'Warten Sie eine Minute: Manchmal verspätet sich eine SMS oder E-Mail.',
          'Sehen Sie im Spam-Ordner nach und prüfen Sie bei SMS, ob Sie Empfang haben.',
          'Prüfen Sie auf der Seite, an welchen Kontakt wir gesendet haben: Sie sehen Anfang und Ende.',
          'Fordern Sie einen neuen Code an. Ab dann gilt nur dieser.',
        ],
      },
      'Wenn Sie sich gerade registrieren, hat die Agentur diesen Kontakt vielleicht nicht: Fragen Sie, welchen sie hat. Hilft nichts, schreiben Sie dem Kundendienst: Dafür muss keine Nachricht bei Ihnen ankommen.',
    ],
  },
  'piu-codici-quale-vale': {
    question: 'Ich habe mehrere Codes bekommen: Welcher gilt?',
    keywords: 'letzter code referenz zwei buchstaben alt voriger',
    parts: [
      'Der letzte. Jede Nachricht trägt zwei Referenzbuchstaben: Nehmen Sie den Code mit denselben zwei Buchstaben wie auf der Seite.',
      'Geben Sie einen älteren Code ein, sagen wir es Ihnen. Es zählt aber als Versuch.',
    ],
  },
  'messaggio-non-chiesto': {
    question: 'Ich habe einen Code bekommen, den ich nicht angefordert habe.',
    keywords: 'phishing verdächtig unbekannt registrierung wiederherstellung nicht ich',
    parts: [
      'Geben Sie ihn niemandem und öffnen Sie den Link nicht. Ohne Sie ist dieser Code wertlos.',
      'Meist hat jemand Ihren Kontakt versehentlich eingegeben. Geschieht es öfter, schreiben Sie dem Kundendienst oder rufen Sie {phone} an. Tun Sie das sofort, wenn es um eine Zahlung oder Anmeldung geht, die nicht von Ihnen ist.',
    ],
  },
  'messaggio-vero-o-truffa': {
    question: 'Woran erkenne ich, dass eine Nachricht wirklich von Ihnen ist?',
    keywords: 'betrug phishing smishing gefälscht email sms sicherheit link',
    parts: [
      {
        points: [
          'Wir fragen nie nach einem Code oder Ihrem Passwort: weder am Telefon noch per E-Mail noch in der Agentur.',
          'Eine Nachricht mit einem Bestätigungscode sagt immer, was Sie bestätigen: wie viel Sie zahlen, an wen und für welchen Vertrag.',
          'Unsere Links führen nur zu {host}.',
        ],
      },
      'Im Zweifel nutzen Sie den Link nicht: Öffnen Sie die Website selbst. Und schreiben Sie uns, wenn wir nachsehen sollen.',
    ],
  },
};
