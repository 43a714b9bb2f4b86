import type { Answers } from '../catalogue.ts';

export const policies: Answers<'policies'> = {
  'non-vedo-una-polizza': {
    question: 'Warum sehe ich einen meiner Verträge nicht?',
    keywords: 'vertrag fehlt beendet begünstigter anderes profil neu gerade unterschrieben police',
    parts: [
      {
        points: [
          'Er ist beendet: Unter „Verträge“ stehen nur aktive. Seine Unterlagen bleiben unter „Dokumente“.',
          'Er ist neu: Er erscheint, sobald die Agentur ihn erfasst hat, meist in wenigen Arbeitstagen.',
          'Sie sind weder Versicherungsnehmer noch versicherte Person: Begünstigte zum Beispiel sehen ihn nicht.',
          'Er ist unter anderen Daten erfasst, etwa unter der MwSt.-Nummer Ihres Betriebs statt unter Ihrer Steuernummer.',
        ],
      },
      'Trifft nichts davon zu, fragen Sie die Agentur: Sie prüft, wie er erfasst ist.',
    ],
  },
  'che-cosa-vede-l-assicurato': {
    question: 'Ich bin versichert, aber der Vertrag gehört jemand anderem. Was sehe ich?',
    keywords: 'versicherte person versicherungsnehmer arbeitgeber familie prämien verborgen zahlungen',
    parts: [
      'Sie sehen, was der Vertrag deckt und für wen. Prämien, Zahlungen und Vertragsdokumente sieht nur der Versicherungsnehmer, der ihn unterschrieben hat und bezahlt.',
      'Niemand sieht die Verträge einer anderen Person, auch nicht in derselben Familie. Die Ausnahme ist eine gesetzliche Vertretung, die die Agentur erfasst hat, etwa eines Elternteils für ein minderjähriges Kind.',
    ],
  },
  'dati-non-aggiornati': {
    question: 'Eine Angabe zum Vertrag ist veraltet oder falsch.',
    keywords: 'adresse kennzeichen fehler berichtigen aktualisieren wohnsitz stichtag',
    parts: [
      'Bei den Angaben steht der Tag, auf den sie sich beziehen. Wenn Sie vor Kurzem etwas geändert haben, kann es einen Tag dauern.',
      'Ist sie wirklich falsch, sagen Sie es Ihrer Agentur: Sie führt die Daten des Vertrags. Hier können Sie die Daten sehen, aber nicht ändern.',
    ],
  },
  'numero-polizza-e-codice-cliente': {
    question: 'Wo finde ich Vertragsnummer und Kundennummer?',
    keywords: 'vertragsnummer kundennummer kennung telefon kundendienst',
    parts: [
      'Die Vertragsnummer steht oben auf der Seite des Vertrags, mit einer Schaltfläche zum Kopieren. Die Kundennummer steht unter „Profil und Dokumente“, „Kontodaten“.',
      'Beide finden Sie auch in Dokumenten und in Nachrichten zu einem Vertrag.',
    ],
  },
};
