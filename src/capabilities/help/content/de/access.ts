import type { Answers } from '../catalogue.ts';

export const access: Answers<'access'> = {
  'password-dimenticata': {
    question: 'Ich habe mein Passwort vergessen. Wie komme ich hinein?',
    keywords: 'wiederherstellen zurücksetzen ändern zugangsdaten vergessen',
    parts: [
      {
        steps: [
          'Öffnen Sie „Zugangsdaten vergessen“ und geben Sie Ihren Benutzernamen ein: die E-Mail-Adresse oder Mobilnummer, mit der Sie sich anmelden.',
          'Öffnen Sie den Link in der Nachricht: Er gilt {RECOVERY_LINK_MINUTES_text}, in jedem Browser.',
          'Drücken Sie auf die Schaltfläche und wählen Sie das neue Passwort.',
        ],
      },
      'Die anderen Anmeldungen enden und die anderen Geräte werden entfernt: Wer an Ihrer Stelle drin war, ist draußen.',
    ],
  },
  'nome-utente-dimenticato': {
    question: 'Ich weiß meinen Benutzernamen nicht mehr.',
    keywords: 'benutzername email mobilnummer welche zugangsdaten vergessen finden steuernummer',
    parts: [
      'Es ist die E-Mail-Adresse oder Mobilnummer, mit der Sie sich registriert haben. Wissen Sie nicht welche, senden wir sie Ihnen:',
      {
        steps: [
          'Öffnen Sie „Zugangsdaten vergessen“ und dann „Benutzernamen finden“.',
          'Geben Sie die Steuernummer oder MwSt.-Nummer ein.',
          'Sehen Sie in Ihrer Post und auf dem Telefon nach: Die Nachricht geht an den Benutzernamen selbst und nennt ihn vollständig.',
        ],
      },
      'Haben Sie mehr als ein Konto, geben Sie die Vertragsnummer dazu ein. Empfangen Sie dort keine Nachrichten mehr, fragen Sie Ihre Agentur.',
    ],
  },
  'accesso-bloccato': {
    question: 'Warum ist mein Zugang gesperrt?',
    keywords: 'zu viele versuche falsches passwort warten gesperrt ein jahr inaktiv',
    parts: [
      'Nach einigen falschen Passwörtern müssen Sie etwas warten; nach {SIGN_IN_LOCK_AFTER} ist der Zugang {SIGN_IN_LOCK_MINUTES_text} gesperrt. Das gilt für alle, die es versuchen, damit niemand raten kann.',
      'Ihr gewohntes Gerät zählt gesondert: Ein Fremder, der es anderswo versucht, sperrt Sie nicht aus.',
      'Ein Konto, das länger als {ACCOUNT_UNUSED_DAYS_text} nicht genutzt wurde, sperrt sich selbst. In beiden Fällen kommen Sie sofort wieder hinein, wenn Sie ein neues Passwort wählen. Hat der Kundendienst das Konto gesperrt, etwa auf Ihren Wunsch, schreiben Sie dem Kundendienst.',
    ],
  },
  'codice-nuovo-dispositivo': {
    question: 'Warum wird ein Code verlangt, obwohl das Passwort stimmt?',
    keywords: 'neues gerät sechs ziffern prüfung browser cookies gelöscht telefon computer',
    parts: [
      'Weil Sie von einem Gerät oder Browser kommen, den wir nicht kennen. Der sechsstellige Code geht an den Kontakt für Bestätigungen. Haben Sie noch keinen gewählt, geht er an Ihren Benutzernamen.',
      'Danach merken wir uns das Gerät {DEVICE_KNOWN_DAYS_text} lang: Bis dahin genügt das Passwort. Wenn Sie Cookies löschen oder ein privates Fenster nutzen, fragen wir wieder.',
      'Dort kommen keine Nachrichten mehr an? Auf derselben Seite können Sie den Code an den Benutzernamen senden lassen: Wir sagen es auch dem anderen Kontakt.',
    ],
  },
  'perche-mi-fa-uscire': {
    question: 'Warum wurde ich abgemeldet?',
    keywords: 'sitzung abgelaufen getrennt inaktivität logout verloren formular',
    parts: [
      'Nach {SESSION_IDLE_MINUTES_text} ohne Nutzung melden wir Sie ab, in jedem Fall nach {SESSION_HOURS_text}. So sieht niemand Ihre Daten, der Ihren eingeschalteten Computer findet.',
      'Wenn Sie gerade ein Formular ausfüllten, melden Sie sich im selben Browser wieder an: Ihre Eingaben sind noch da. Passwörter und Codes bewahren wir nie auf.',
    ],
  },
  'dispositivi-e-sessioni': {
    question: 'Wie sehe ich, wo ich angemeldet bin, und melde mich überall ab?',
    keywords: 'anmeldungen sicherheit aktive sitzungen bekannte geräte vergessen entfernen überall abmelden',
    parts: [
      'Unter „Profil und Dokumente“, „Anmeldungen und Sicherheit“ finden Sie die offenen Anmeldungen mit Gerät und Uhrzeit, und die Geräte, die wir uns merken.',
      'Dort können Sie eine Anmeldung beenden, ein Gerät entfernen oder sich mit einem Klick überall abmelden.',
    ],
  },
  'qualcuno-e-entrato': {
    question: 'Ich fürchte, jemand ist in meinem Konto gewesen.',
    keywords: 'gestohlenes konto gehackt verdächtiger zugriff unbekannt betrug',
    parts: [
      {
        steps: [
          'Drücken Sie unter „Anmeldungen und Sicherheit“ auf „Überall abmelden“.',
          'Öffnen Sie „Zugangsdaten vergessen“ und wählen Sie ein neues Passwort, das Sie sonst nirgends verwenden.',
          'Schreiben Sie dem Kundendienst oder rufen Sie {phone} an: Wir sehen gemeinsam nach, was geschehen ist.',
        ],
      },
      'Ohne den Code, der an Ihren Kontakt geht, kann niemand in Ihrem Namen zahlen oder etwas ändern.',
    ],
  },
};
