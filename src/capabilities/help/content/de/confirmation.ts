import type { Answers } from '../catalogue.ts';

export const confirmation: Answers<'confirmation'> = {
  'perche-un-codice': {
    question: 'Warum braucht es zum Zahlen einen Code?',
    keywords: 'otp bestätigen vorgang sicherheit sechs ziffern tan',
    parts: [
      'Eine Zahlung, wie jeder Vorgang, der einen Vertrag oder Ihr Profil ändert, wird mit einem sechsstelligen Code bestätigt. Er geht nur an den Kontakt für Bestätigungen: So kann es niemand sonst tun, auch nicht mit Ihrem Passwort.',
      'Der Code gilt {CONFIRMATION_CODE_MINUTES_text} und nur für diesen Vorgang: Die Nachricht nennt Betrag, Empfänger und Zweck. Ist es nicht das, was Sie wollten, geben Sie ihn nicht ein.',
    ],
  },
  'scegliere-il-recapito': {
    question: 'Wie wähle ich den Kontakt für Bestätigungen?',
    keywords: 'vorgänge nummer email kontakt wählen aktivieren bestätigung',
    parts: [
      {
        steps: [
          'Öffnen Sie „Kontakt wählen“ auf der Startseite oder unter „Digitale Kontakte“.',
          'Wählen Sie einen, der sich eignet: Bei den anderen steht, warum nicht.',
          'Geben Sie den Code ein, der genau dort ankommt. Ab dann gehen Bestätigungen an diesen Kontakt.',
        ],
      },
      'Eignet sich keiner, bitten Sie die Agentur mit einem Klick, einen einzutragen, und verfolgen das unter „Anfragen“.',
    ],
  },
  'recapito-non-adatto': {
    question: 'Warum eignet sich einer meiner Kontakte nicht für Bestätigungen?',
    keywords: 'nicht geeignet festnetz benutzername selbst hinzugefügt anderes konto',
    parts: [
      'Der Kontakt, der die Codes empfängt, ist der Schlüssel zu Ihren Zahlungen. Deshalb muss er:',
      {
        points: [
          'eine E-Mail-Adresse oder Mobilnummer sein, denn das Festnetz empfängt keine Codes;',
          'von der Agentur eingetragen sein, die ihn mit Ihnen geprüft hat;',
          'ein anderer sein als Ihr Benutzername: Wer den einen stiehlt, soll nicht auch den anderen haben;',
          'von keinem anderen Konto zum Anmelden oder Bestätigen genutzt werden.',
        ],
      },
    ],
  },
  'codice-sbagliato': {
    question: 'Ich habe den Code falsch eingegeben. Wie oft darf ich es versuchen?',
    keywords: 'versuche falsch aufgebraucht grenze',
    parts: [
      'Sie haben {CODE_TRIES_MAX} Versuche je Code. Danach gilt auch der richtige nicht mehr: Fordern Sie einen neuen an und beginnen Sie von vorn.',
      'In einer Stunde können Sie nur wenige Codes anfordern: Die Seite sagt, wie viele noch bleiben. Bleibt keiner, sagt sie, ab wann es wieder geht.',
    ],
  },
  'codice-scaduto': {
    question: 'Der Code ist abgelaufen.',
    keywords: 'zeit minuten ablauf neuer code vorgang abgelaufen',
    parts: [
      'Drücken Sie auf „Neuen Code anfordern“: Er kommt sofort, und der vorige gilt nicht mehr. Was Sie gewählt hatten, bleibt.',
      'Der ganze Vorgang wartet {CONFIRMATION_OPERATION_MINUTES_text}. Ist diese Zeit vorbei, beginnen Sie beim Vertrag neu: Es wurde nichts bezahlt.',
    ],
  },
  'cambiato-prima-della-conferma': {
    question: 'Es heißt, etwas habe sich geändert, und ich kann nicht mehr bestätigen.',
    keywords: 'betrag geändert vorgang ungültig rate zurückgezogen anders',
    parts: [
      'Der Code gilt für das, was in der Nachricht stand. Die Bestätigung hält an, wenn sich der Betrag geändert hat oder die Rate in der Agentur bezahlt oder zurückgezogen wurde. So zahlen Sie nie etwas anderes, als Sie gelesen haben.',
      'Es wurde nichts abgebucht. Gehen Sie zurück zum Vertrag: Dort steht der heutige Betrag. Ist noch etwas zu zahlen, beginnen Sie dort neu.',
    ],
  },
  'cellulare-cambiato': {
    question: 'Ich habe eine neue Mobilnummer, und die Codes gehen an die alte.',
    keywords: 'nummer verloren sim neues telefon bestätigungskontakt ersetzen',
    parts: [
      'Sprechen Sie mit Ihrer Agentur: Sie trägt die neue Nummer ein und entfernt die alte. Danach wählen Sie hier den Kontakt für Bestätigungen unter denen, die Sie haben.',
      'Um sich inzwischen von einem neuen Gerät anzumelden, können Sie den Code an den Benutzernamen senden lassen.',
    ],
  },
};
