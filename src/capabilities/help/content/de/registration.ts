import type { Answers } from '../catalogue.ts';

export const registration: Answers<'registration'> = {
  'come-registrarsi': {
    question: 'Wie registriere ich mich?',
    keywords: 'anmelden konto anlegen neues benutzerkonto aktivieren kundenbereich erstes mal',
    parts: [
      'Sie brauchen eine E-Mail-Adresse oder Mobilnummer, die Ihre Agentur schon hat: Sie wird Ihr Benutzername.',
      {
        steps: [
          'Öffnen Sie „Registrieren“ und geben Sie diese E-Mail-Adresse oder Mobilnummer ein.',
          'Sie erhalten eine Nachricht mit einem Link und einem vierstelligen Code.',
          'Geben Sie den Code auf der noch geöffneten Seite ein, mit Ihrer Steuernummer (codice fiscale) oder MwSt.-Nummer (partita IVA). Oder öffnen Sie den Link und drücken Sie auf die Schaltfläche.',
          'Wählen Sie ein Passwort. Sie sind drin.',
        ],
      },
      'Das dauert ein paar Minuten. Wenn Sie zwischendurch aufhören, können Sie jederzeit neu beginnen.',
    ],
  },
  'codice-o-link': {
    question: 'In der Nachricht stehen ein Code und ein Link: Was nehme ich?',
    keywords: 'vier ziffern link nachricht registrierung abgelaufen gültig',
    parts: [
      'Was Ihnen lieber ist: Eines von beiden genügt.',
      {
        points: [
          'Der Code gilt {REGISTRATION_CODE_MINUTES_text} und nur in dem Browser, aus dem Sie ihn angefordert haben.',
          'Der Link gilt {REGISTRATION_LINK_HOURS_text} und in jedem Browser, auch nachdem der Code abgelaufen ist.',
        ],
      },
      'Wenn Sie mehrere Nachrichten angefordert haben, gilt nur die letzte.',
    ],
  },
  'chi-puo-registrarsi': {
    question: 'Wer kann sich registrieren?',
    keywords: 'versicherungsnehmer versicherte firma einzelunternehmen freiberufler familie',
    parts: [
      'Wer einen Vertrag bei uns hat, als Versicherungsnehmer (wer ihn unterschrieben hat) oder als versicherte Person (wer geschützt ist). Das gilt für Personen, Firmen und freiberuflich Tätige.',
      'Alle registrieren sich mit einem eigenen Kontakt. Teilen sich zwei Personen eine E-Mail-Adresse, fragt der Link nach der Steuernummer: So wissen wir, wer sich registriert.',
    ],
  },
  'quale-nome-utente': {
    question: 'Welche E-Mail-Adresse oder Mobilnummer gebe ich ein?',
    keywords: 'benutzername kontakt agentur nicht erkannt email nummer',
    parts: [
      'Eine, die Sie der Agentur gegeben haben: die E-Mail-Adresse, an die sie schreibt, oder die Mobilnummer, die sie anruft. Eine Festnetznummer geht nicht, sie empfängt keine Nachrichten.',
      'Wenn Sie nicht wissen, welche sie hat, oder wenn sie veraltet ist, fragen Sie die Agentur. Sie trägt die neue ein, und bald darauf können Sie sie hier verwenden.',
      'Die Seite antwortet immer gleich, auch wenn wir den Kontakt nicht kennen. So kann niemand herausfinden, wer bei uns versichert ist.',
    ],
  },
  'codice-fiscale-chiesto': {
    question: 'Warum fragen Sie nach Steuernummer oder MwSt.-Nummer?',
    keywords: 'steuernummer codice fiscale partita iva persönliche daten identität prüfen ehepaar gemeinsame email',
    parts: [
      'Vier Ziffern allein sind zu wenig. Mit Steuernummer (codice fiscale) oder MwSt.-Nummer (partita IVA) sind wir sicher, dass Sie es sind.',
      'Wenn Sie den Link öffnen, fragen wir nur, wenn sich mehrere Personen diesen Kontakt teilen. So wissen wir, wer sich registriert.',
    ],
  },
  'recapito-gia-in-uso': {
    question: 'Die Nachricht sagt, der Kontakt sei schon in Gebrauch. Was nun?',
    keywords: 'bereits verwendet anderes konto benutzername bestätigung belegt partner freigeben',
    parts: [
      'Ein Kontakt gehört nur zu einem Konto: als Benutzername oder zum Bestätigen von Vorgängen. Die Nachricht sagt, wie er verwendet wird.',
      {
        points: [
          'Ist es Ihr Konto, melden Sie sich an. Wenn Sie das Passwort nicht mehr wissen, stellen Sie es wieder her.',
          'Gehört es jemand anderem, etwa einer Person, mit der Sie leben, registrieren Sie sich mit einem anderen Kontakt. Oder bitten Sie diese Person, einen anderen zu verwenden.',
        ],
      },
    ],
  },
  'ricominciare-la-registrazione': {
    question: 'Ich habe die Registrierung unterbrochen. Kann ich neu beginnen?',
    keywords: 'unterbrochen fortsetzen neue nachricht link abgelaufen',
    parts: [
      'Ja, jederzeit. Öffnen Sie „Registrieren“ und geben Sie denselben Kontakt ein: Wir senden eine neue Nachricht, die früheren gelten nicht mehr.',
      'Das gilt auch nach der Löschung eines Kontos: Sie können sich wieder registrieren.',
    ],
  },
  'scegliere-la-password': {
    question: 'Wie muss das Passwort sein?',
    keywords: 'zeichen länge sicher passwortmanager satz regeln',
    parts: [
      'Mindestens {PASSWORD_MIN} Zeichen lang. Sonderzeichen braucht es nicht: Ein Satz aus vier oder fünf Wörtern ist bestens, mit Leerzeichen.',
      'Die häufigsten Passwörter nehmen wir nicht an, ebenso wenig Ihren Namen, Ihre E-Mail-Adresse oder Ihr Geburtsdatum. Sie können es aus einem Passwortmanager einfügen.',
      'Es läuft nicht ab. Sie ändern es, wann Sie möchten, oder wenn Sie fürchten, dass jemand es kennt.',
    ],
  },
};
