import type { Answers } from '../catalogue.ts';

export const requests: Answers<'requests'> = {
  'come-scrivere-all-assistenza': {
    question: 'Wie schreibe ich dem Kundendienst?',
    keywords: 'kontakt support hilfe formular telefon ticket beschwerde',
    parts: [
      'Von jeder Seite aus, über „Kundendienst“: auch ohne Anmeldung und auch, wenn keine Nachricht bei Ihnen ankommt. Wählen Sie das Thema und schreiben Sie, was passiert ist. Ohne Anmeldung hinterlassen Sie eine E-Mail-Adresse oder Telefonnummer.',
      'Wir antworten in der Regel innerhalb {SUPPORT_ANSWER_DAYS, plural, one {eines Arbeitstags} other {von # Arbeitstagen}}. Am Telefon: {phone}.',
      'Schreiben Sie nie Passwörter oder Codes: Wir brauchen sie nicht.',
    ],
  },
  'seguire-una-richiesta': {
    question: 'Wie verfolge ich eine Anfrage?',
    keywords: 'stand anfrage antwort nummer wann wieder öffnen abschließen',
    parts: [
      'Unter „Anfragen“ sehen Sie alle, die Sie gesendet haben: wer antworten muss, bis wann, und die Nachrichten. Sie können weiterschreiben oder sie abschließen, wenn sie erledigt ist.',
      'Haben Sie sie ohne Anmeldung gesendet, sehen Sie sie im selben Browser auf der Seite „Kundendienst“. Am Telefon genügt ihre Nummer.',
    ],
  },
  'contatto-non-verificato': {
    question: 'Was bedeutet „Kontakt nicht bestätigt“?',
    keywords: 'code anfrage ohne anmeldung kontakt nicht verifiziert anruf',
    parts: [
      'Dass wir nicht wissen, ob der Kontakt wirklich der schreibenden Person gehört, weil niemand den Code eingegeben hat. An einen solchen Kontakt senden wir nichts.',
      'Ist es eine Telefonnummer, rufen wir an. Die Antwort finden Sie auf der Seite der Anfrage, in dem Browser, aus dem Sie sie gesendet haben. Und solange wir nicht wissen, wer Sie sind, sagen wir nichts über Verträge oder Zahlungen.',
    ],
  },
  'chiedere-all-agenzia': {
    question: 'Wie frage ich meine Agentur etwas?',
    keywords: 'agentur schreiben anfrage vertrag vermittler kontakt',
    parts: [
      'Drücken Sie unter „Anfragen“ auf „Der Agentur schreiben“. Sagen Sie, um welchen Vertrag es geht und was Sie brauchen. Die Anfrage hat eine Nummer, und die Antwort steht dort.',
      'Telefon, E-Mail und Öffnungszeiten der Agentur stehen auch bei jedem Vertrag.',
    ],
  },
  'trovare-un-agenzia': {
    question: 'Wie finde ich eine Agentur?',
    keywords: 'agenturen nähe ort adresse öffnungszeiten telefon suchen karte',
    parts: [
      'Geben Sie unter „Agenturen“ den Ort, die Postleitzahl oder den Namen ein. Sie finden Adresse, Öffnungszeiten, Telefon und den Weg dorthin, ohne Anmeldung.',
      'Haben Sie schon einen Vertrag, finden Sie Ihre Agentur auf der Seite des Vertrags.',
    ],
  },
  'che-cosa-funziona': {
    question: 'Die Website geht nicht: Liegt es an Ihnen?',
    keywords: 'fehler funktioniert nicht langsam störung wartung status ausfall',
    parts: [
      'Das sagt die Seite „Was jetzt funktioniert“: Anmeldung, Zahlungen, Nachrichten und Dokumente, mit Prüfungen von vor wenigen Sekunden. Wartungsarbeiten stehen oben auf jeder Seite.',
      'Ist dort alles in Ordnung, laden Sie die Seite neu oder versuchen Sie einen anderen Browser. Dann schreiben Sie uns, was Sie gerade taten.',
    ],
  },
  'avere-l-app': {
    question: 'Gibt es eine App?',
    keywords: 'herunterladen installieren applikation telefon symbol startbildschirm android iphone',
    parts: [
      'Ja: Es ist diese Website, abgelegt bei den Apps Ihres Telefons oder Computers, mit eigenem Symbol. Die Seite „App holen“ erklärt, wie es auf jedem Gerät geht.',
      'Sie melden sich genauso an, und die App kann dasselbe. Sie braucht eine Internetverbindung.',
    ],
  },
};
