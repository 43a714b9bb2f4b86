import type { Answers } from '../catalogue.ts';

export const payments: Answers<'payments'> = {
  'quando-si-paga': {
    question: 'Von wann bis wann kann ich eine Rate hier zahlen?',
    keywords: 'zeitraum fälligkeit tage vorher nachher kfz leben haus nicht zahlbar',
    parts: [
      {
        points: [
          'Kfz: ab {motorBefore} Tagen vor der Fälligkeit bis {motorAfter} Tage danach.',
          'Leben, Sparen und Vorsorge: vom ersten Tag des Fälligkeitsmonats bis {lifeAfter} Tage nach der Fälligkeit.',
          'Alle anderen: ab {otherBefore} Tagen vorher, bis sie bezahlt oder zurückgezogen ist.',
        ],
      },
      'Bei jeder Rate steht, von wann bis wann. Es zählt der Tag, an dem Sie mit dem Code bestätigen. Außerhalb dieser Tage kümmert sich die Agentur darum.',
    ],
  },
  'pagamento-in-attesa': {
    question: 'Die Zahlung ist noch nicht bestätigt: Muss ich sie wiederholen?',
    keywords: 'steht noch aus wartet bank läuft hängt fortsetzen aufgeben',
    parts: [
      'Nein. Wir warten darauf, dass der Zahlungsdienst uns das Ergebnis sagt, und fragen so lange nach, bis wir es wissen. Eine Rate kann nicht zweimal bezahlt werden.',
      'Wenn Sie nicht fertig geworden sind, können Sie auf der Ergebnisseite fortfahren oder die Zahlung abbrechen. Dort steht, wie lange Sie noch zahlen können: mit Karte {PAYMENT_CARD_OPEN_MINUTES_text}. Dann endet sie von selbst.',
      'Sie können die Seite verlassen: Das Ergebnis steht auch beim Vertrag, und wir schreiben Ihnen.',
    ],
  },
  'come-pagare': {
    question: 'Wie zahle ich eine Rate?',
    keywords: 'prämie zahlen karte visa mastercard postepay mybank satispay online schritte',
    parts: [
      {
        steps: [
          'Öffnen Sie den Vertrag oder die Aufgabe auf der Startseite und drücken Sie auf „Rate zahlen“.',
          'Prüfen Sie den Betrag und wählen Sie die Zahlungsart.',
          'Geben Sie den Bestätigungscode ein, den Sie erhalten.',
          'Gehen Sie zur Zahlungsseite und zahlen Sie dort. Danach finden Sie hier Ergebnis und Quittung.',
        ],
      },
      'Die Daten Ihrer Karte oder Bank sieht nur der Zahlungsdienst, wir nicht. Von uns fallen keine Gebühren an.',
    ],
  },
  'importi-e-metodi': {
    question: 'Bis zu welchem Betrag kann ich zahlen, und womit?',
    keywords: 'grenze höchstbetrag karte mybank satispay zahlungsart nicht verfügbar',
    parts: [
      {
        points: [
          'Leben, Sparen und Vorsorge: mit Karte bis {cardLife}, mit Satispay bis {satispayLife}.',
          'Alle anderen Verträge: mit Karte bis {cardNonLife}, mit Satispay bis {satispayNonLife}.',
          'Bei MyBank setzen nicht wir eine Grenze, sondern Ihre Bank.',
        ],
      },
      'Bei der Rate steht, was davon hier möglich ist. Ist nichts dabei, zahlen Sie in der Agentur.',
    ],
  },
  'pagamento-rifiutato': {
    question: 'Die Karte wurde abgelehnt. Habe ich gezahlt?',
    keywords: 'verweigert nicht gelungen deckung karte abgelaufen 3d secure noch einmal',
    parts: [
      'Nein: Eine abgelehnte Zahlung bucht nichts ab. Sehen Sie einen gesperrten Betrag auf dem Konto, ist das eine Vormerkung der Bank, die von selbst verschwindet.',
      'Den Grund kennt die Bank. Meist fehlt die Freigabe in ihrer App, ein Limit ist überschritten oder die Karte gilt nicht für Einkäufe im Internet. Sie können es sofort wieder versuchen, auch mit einer anderen Karte.',
    ],
  },
  'pagato-due-volte': {
    question: 'Ich fürchte, zweimal gezahlt zu haben.',
    keywords: 'doppelte abbuchung rückerstattung doppelt geld zurück',
    parts: [
      'Zu jeder Rate behalten wir nur eine Zahlung. Kommt eine zweite an, oder war die Rate schon in der Agentur bezahlt, geben wir das überzählige Geld zurück. Es geht wenn möglich auf dieselbe Karte, sonst per Überweisung spätestens nach {PAYMENT_REFUND_DUE_DAYS, plural, one {einem Tag} other {# Tagen}}.',
      'Wir schreiben Ihnen, wenn das geschieht. Sehen Sie zwei Abbuchungen und keine Nachricht, schreiben Sie dem Kundendienst mit Datum und Betrag.',
    ],
  },
  'pagata-in-agenzia': {
    question: 'Ich habe in der Agentur bezahlt, aber die Rate erscheint noch als offen.',
    keywords: 'bar überweisung agentur aktualisierung verzögerung nicht gezahlt',
    parts: [
      'Zahlungen in der Agentur kommen hier etwas später an, meist am nächsten Tag. Bei jeder Angabe steht das Datum, auf das sie sich bezieht.',
      'Wenn Sie nach zwei Arbeitstagen nichts sehen, fragen Sie die Agentur. Zahlen Sie inzwischen nicht noch einmal.',
    ],
  },
  'dov-e-la-ricevuta': {
    question: 'Wo finde ich die Quittung einer Zahlung?',
    keywords: 'beleg pdf herunterladen email zahlungsnachweis',
    parts: [
      'Auf der Ergebnisseite und unter „Dokumente“, sobald die Zahlung erfolgreich war: ein PDF, das Sie jederzeit herunterladen können.',
      'Sie kommt auch per E-Mail, wenn wir eine Adresse kennen und Sie „nur digitale Dokumente“ gewählt haben. Die Ergebnisseite sagt, wohin sie ging oder warum nicht.',
    ],
  },
  'auto-pagata-in-ritardo': {
    question: 'Ich zahle die Kfz-Versicherung nach der Fälligkeit: Gilt der Schutz?',
    keywords: 'auto fünfzehn tage nachfrist deckung ausgesetzt verspätet abgelaufen fahren',
    parts: [
      'Läuft der Vertrag weiter, gilt der Schutz noch {motorAfter} Tage nach der Fälligkeit der Rate. Danach ruht er, bis Sie zahlen.',
      'Zahlen Sie später in der Agentur, gilt der Schutz wieder ab 24:00 Uhr des Zahlungstags, nicht rückwirkend. Auf der Seite des Vertrags steht, ab wann.',
    ],
  },
  'fattura-del-dispositivo': {
    question: 'Kann ich eine Rechnung für das in der Prämie enthaltene Gerät haben?',
    keywords: 'iot blackbox haus set kindersitz elektronische rechnung empfängercode',
    parts: [
      'Ja. Einige Verträge enthalten ein Gerät, zum Beispiel das Set für das Haus. Für diesen Teil der Prämie gibt es eine Rechnung. Vorerst bitten Sie Ihre Agentur darum.',
      'Bei der Rate steht, welcher Teil der Prämie auf das Gerät entfällt.',
    ],
  },
  'che-cos-e-mybank': {
    question: 'Was ist MyBank und was brauche ich dafür?',
    keywords: 'überweisung online bank konto freigeben unwiderruflich',
    parts: [
      'Eine sofortige Überweisung von Ihrem Konto, ohne Registrierung. Sie wählen die Bank, öffnen ihre Seite oder App und geben frei: Betrag und Empfänger sind schon eingetragen.',
      'Nötig ist der Online-Zugang zur Bank, und dass die Bank teilnimmt: Das lässt sich vorher nachsehen. Eine Überweisung lässt sich nicht widerrufen: Müssen wir Geld zurückgeben, senden wir es mit einer anderen Überweisung.',
    ],
  },
  'che-cos-e-satispay': {
    question: 'Wie zahle ich mit Satispay?',
    keywords: 'app telefon freigeben anfrage satispay',
    parts: [
      'Mit der Satispay-App auf dem Telefon. Von der Zahlungsseite gehen Sie in die App, prüfen den Betrag und geben frei. Sie haben {PAYMENT_SATISPAY_OPEN_MINUTES_text} Zeit.',
      'Nötig ist ein Satispay-Konto mit genügend Guthaben. Müssen wir Geld zurückgeben, kommt es in Satispay an.',
    ],
  },
  'fare-un-versamento': {
    question: 'Kann ich eine Zusatzzahlung leisten?',
    keywords: 'zusätzliche einzahlung zusatzbeitrag leben sparen vorsorge einzahlen wie viel mindestens höchstens',
    parts: [
      'Ja, bei Lebens-, Spar- und Vorsorgeverträgen, die es vorsehen: Auf der Seite des Vertrags steht, von welchem bis zu welchem Betrag, und dort beginnen Sie.',
      'Sie wird mit dem Code bestätigt und wie eine Rate bezahlt. Bietet der Vertrag es nicht an, fragen Sie Ihre Agentur.',
    ],
  },
  'regolazione-e-perfezionamento': {
    question: 'Was sind Prämienabrechnung und Ergänzungsprämie?',
    keywords: 'regulierung abrechnung ergänzung prämie unternehmen umsatz',
    parts: [
      {
        points: [
          'Die Prämienabrechnung kommt am Ende eines Zeitraums: Die Prämie wird an das angepasst, was wirklich war, zum Beispiel an den Umsatz oder die Fahrzeuge.',
          'Die Ergänzungsprämie vervollständigt eine Prämie, wenn ein Vertrag sich ändert oder beginnt.',
        ],
      },
      'Manche zahlen Sie hier, an denselben Tagen wie die Raten des Vertrags, die anderen in der Agentur: Das steht beim Betrag.',
    ],
  },
  'che-cosa-c-e-in-pagamenti': {
    question: 'Was finde ich unter „Zahlungen“?',
    keywords: 'liste bezahlt fällig jahr csv excel kalender herunterladen verlauf diagramm',
    parts: [
      'Alles, was fällig ist und was bezahlt wurde, für alle Ihre Verträge, Jahr für Jahr, mit der Summe.',
      'Die Liste lässt sich als CSV-Datei herunterladen, die eine Tabellenkalkulation öffnet. Jede Fälligkeit können Sie in Ihren Kalender übernehmen.',
    ],
  },
};
