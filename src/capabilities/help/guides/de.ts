import type { Guides } from './catalogue.ts';

export const de: Guides = {
  guides: {
    registrarsi: {
      title: 'Registrieren',
      about: 'Vom Kontakt zur Startseite in wenigen Minuten.',
      needs: [
        'Die E-Mail-Adresse oder Mobilnummer, die die Agentur von Ihnen hat.',
        'Ihre Steuernummer (codice fiscale).',
        'Zwei Minuten: Wenn Sie unterbrechen, können Sie jederzeit neu beginnen.',
      ],
      steps: {
        apri: {
          title: 'Kontakt eingeben',
          text: 'Öffnen Sie „Registrieren“ und geben Sie die E-Mail-Adresse oder Mobilnummer ein, die Ihre Agentur schon hat. Sie wird Ihr Benutzername, mit dem Sie sich anmelden. Drücken Sie dann auf „Weiter“.',
        },
        messaggio: {
          title: 'Code eingeben',
          text: 'Wir senden einen vierstelligen Code, gültig {REGISTRATION_CODE_MINUTES_text}, und einen Link, gültig {REGISTRATION_LINK_HOURS_text}. Geben Sie den Code hier ein oder öffnen Sie den Link: Eines von beiden genügt.',
        },
        dati: {
          title: 'Sagen, wer Sie sind',
          text: 'Vier Ziffern allein sind zu wenig: Mit Ihrer Steuernummer wissen wir, dass Sie es sind. Wenn Sie den Link geöffnet haben, fragen wir nur, wenn mehrere Personen denselben Kontakt haben.',
        },
        password: {
          title: 'Passwort wählen',
          text: 'Mindestens {PASSWORD_MIN} Zeichen. Ein Satz aus vier oder fünf Wörtern ist bestens geeignet, auch mit Leerzeichen. Drücken Sie dann auf „Registrieren“.',
        },
        fatto: {
          title: 'Sie sind drin',
          text: 'Auf der Startseite steht, was zu erledigen ist. Das Erste ist meist „Kontakt wählen“: Sie brauchen ihn, um Zahlungen mit einem Code zu bestätigen.',
        },
      },
    },
    'registrare-un-azienda': {
      title: 'Ein Unternehmen registrieren',
      about: 'Für Gesellschaften: mit der MwSt.-Nummer und dem Kontakt des Unternehmens.',
      needs: [
        'Die E-Mail-Adresse oder Mobilnummer, die die Agentur für das Unternehmen hat, nicht für Sie als Person.',
        'Die MwSt.-Nummer (partita IVA), die im Vertrag steht.',
      ],
      steps: {
        prima: {
          title: 'Kontakt des Unternehmens prüfen',
          text: 'Das Unternehmen hat ein eigenes Konto, getrennt von Ihrem. Verwendet Ihr persönliches Konto schon dieselbe E-Mail, bitten Sie die Agentur, dem Unternehmen eine andere hinzuzufügen.',
        },
        apri: {
          title: 'Nachricht anfordern und Code eingeben',
          text: 'Öffnen Sie „Registrieren“, geben Sie den Kontakt des Unternehmens ein und dann den vierstelligen Code, der dort ankommt. Er gilt {REGISTRATION_CODE_MINUTES_text}.',
        },
        dati: {
          title: 'MwSt.-Nummer eingeben',
          text: 'Elf Ziffern, wie im Vertrag. Gehört der Kontakt Ihnen und dem Unternehmen, entscheidet die MwSt.-Nummer, ob Sie oder das Unternehmen registriert werden.',
        },
        password: {
          title: 'Passwort wählen',
          text: 'Mindestens {PASSWORD_MIN} Zeichen. Wer es kennt, kommt in das Konto des Unternehmens: Verschicken Sie es nicht per E-Mail.',
        },
        fatto: {
          title: 'Verträge des Unternehmens sehen',
          text: 'Fahrzeuge, Standorte und Deckungen stehen unter „Verträge“; was zu zahlen ist, auf der Startseite.',
        },
      },
    },
    'ditte-e-professionisti': {
      title: 'Einzelfirmen und Freiberufler',
      about: 'Eine Person mit MwSt.-Nummer: was Sie eingeben und was Sie sehen.',
      needs: [
        'Die E-Mail-Adresse oder Mobilnummer, die die Agentur von Ihnen hat.',
        'Ihre Steuernummer oder MwSt.-Nummer, wie sie im Vertrag steht.',
      ],
      steps: {
        prima: {
          title: 'Nachsehen, auf wen der Vertrag lautet',
          text: 'Ein Vertrag kann auf Sie als Person oder auf Ihre Tätigkeit lauten. Gilt ein Kontakt für beide, entscheidet Ihre Eingabe im dritten Schritt, was registriert wird: Sie als Person oder Ihre Tätigkeit. Für das andere brauchen Sie einen anderen Kontakt.',
        },
        apri: {
          title: 'Nachricht anfordern und Code eingeben',
          text: 'Öffnen Sie „Registrieren“, geben Sie Ihren Kontakt ein und dann den vierstelligen Code, der dort ankommt. Er gilt {REGISTRATION_CODE_MINUTES_text}.',
        },
        dati: {
          title: 'MwSt.-Nummer oder Steuernummer eingeben',
          text: 'Für Verträge der Tätigkeit die MwSt.-Nummer, für persönliche die Steuernummer. Groß- und Kleinbuchstaben und Leerzeichen sind erlaubt.',
        },
        password: {
          title: 'Passwort wählen',
          text: 'Mindestens {PASSWORD_MIN} Zeichen; ein Satz ist bestens geeignet.',
        },
        fatto: {
          title: 'Prüfen, ob alles da ist',
          text: 'Fehlt ein Vertrag, lautet er vielleicht auf die andere MwSt.-Nummer oder auf die Steuernummer: Ihre Agentur sieht das sofort.',
        },
      },
    },
    accedere: {
      title: 'Anmelden',
      about: 'Benutzername, Passwort und auf einem neuen Gerät ein Code.',
      needs: [
        'Ihr Benutzername: die E-Mail-Adresse oder Mobilnummer, mit der Sie sich registriert haben.',
        'Ihr Passwort.',
        'Auf einem neuen Gerät das Telefon oder Postfach, das den Code bekommt.',
      ],
      steps: {
        apri: {
          title: 'Benutzername und Passwort eingeben',
          text: 'Sie können das Passwort einfügen oder vom Passwortmanager eintragen lassen. Die Schaltfläche daneben zeigt, was Sie schreiben.',
        },
        codice: {
          title: 'Auf einem neuen Gerät: Code eingeben',
          text: 'Sechs Ziffern, gesendet an den Kontakt für Bestätigungen oder an den Benutzernamen. Danach merken wir uns das Gerät {DEVICE_KNOWN_DAYS_text}. Auf einem fremden Computer verwenden Sie ein privates Fenster.',
        },
        dimenticata: {
          title: 'Wenn Sie das Passwort vergessen haben',
          text: 'Öffnen Sie „Zugangsdaten vergessen“ und geben Sie den Benutzernamen ein: Sie erhalten einen Link, gültig {RECOVERY_LINK_MINUTES_text}, um ein neues zu wählen.',
        },
        esci: {
          title: 'Zum Schluss abmelden',
          text: '„Abmelden“ steht am Ende des Menüs. Wenn Sie es vergessen, melden wir Sie ab, wenn die Seite {SESSION_IDLE_MINUTES_text} nicht benutzt wird.',
        },
      },
    },
    confermare: {
      title: 'Mit dem Code bestätigen',
      about: 'Den Kontakt wählen, der die Codes bekommt, und sie verwenden.',
      needs: [
        'Ein Konto und ein zweiter Kontakt, den die Agentur eingetragen hat: eine E-Mail-Adresse oder Mobilnummer, die nicht der Benutzername ist.',
      ],
      steps: {
        scegli: {
          title: 'Kontakt wählen',
          text: 'Öffnen Sie auf der Startseite „Kontakt wählen“. Sie sehen, welche möglich sind; bei den anderen steht, warum nicht.',
        },
        prova: {
          title: 'Prüfen, ob der Code ankommt',
          text: 'Wir senden sofort einen Code dorthin. Geben Sie ihn ein, und ab dann gehen die Bestätigungen an diesen Kontakt.',
        },
        messaggio: {
          title: 'Lesen, was Sie bestätigen',
          text: 'Jede Nachricht mit einem Code nennt den Vorgang: wie viel, an wen, für welchen Vertrag. Ist es nicht das, was Sie wollten, geben Sie den Code nicht ein und sagen Sie uns Bescheid.',
        },
        codice: {
          title: 'Die sechs Ziffern eingeben',
          text: 'Der Code gilt {CONFIRMATION_CODE_MINUTES_text} und nur für diesen Vorgang. Die zwei Buchstaben der Referenz sind in der Nachricht und auf der Seite dieselben. Sie haben {CODE_TRIES_MAX} Versuche.',
        },
        niente: {
          title: 'Wenn er nicht ankommt',
          text: 'Warten Sie eine Minute, sehen Sie im Spam-Ordner nach, fordern Sie dann einen neuen Code an: Ab da gilt nur dieser. Kommt er immer noch nicht, führt Sie „Ich erhalte den Code nicht“ zu jemandem, der helfen kann.',
        },
      },
    },
    pagare: {
      title: 'Eine Rate bezahlen',
      about: 'Von der Fälligkeit zur Quittung, Schritt für Schritt.',
      needs: [
        'Ein Konto, dessen Kontakt für Bestätigungen gewählt ist.',
        'Womit Sie zahlen: die Karte, der Zugang zu Ihrer Bank oder die Satispay-App, je nach Zahlungsart.',
      ],
      steps: {
        trova: {
          title: 'Die Rate finden',
          text: 'Auf der Startseite oder auf der Seite des Vertrags. Bei jeder Rate steht, von wann bis wann sie hier bezahlt werden kann.',
        },
        controlla: {
          title: 'Prüfen und Zahlungsart wählen',
          text: 'Sie sehen den Betrag, den Empfänger und den Zeitraum. Bei Zahlungsarten, die für den Betrag nicht möglich sind, steht, warum. Es gibt keine Gebühren.',
        },
        codice: {
          title: 'Mit dem Code bestätigen',
          text: 'Die Nachricht wiederholt Betrag und Vertrag. Stimmen sie, geben Sie die sechs Ziffern ein.',
        },
        carta: {
          title: 'Mit Karte: zur Zahlungsseite gehen',
          text: 'Die Kartendaten werden dort eingegeben, nie hier. Die Bank kann in ihrer App noch eine Bestätigung verlangen. Sie haben {PAYMENT_CARD_OPEN_MINUTES_text} Zeit, dann endet die Zahlung von selbst.',
        },
        mybank: {
          title: 'Mit MyBank: Ihre Bank wählen',
          text: 'Statt einer Karte wählen Sie Ihre Bank und geben auf deren Seite oder in deren App eine Überweisung frei. Betrag und Empfänger sind schon eingetragen. Sie haben {PAYMENT_MYBANK_OPEN_MINUTES_text} Zeit.',
        },
        satispay: {
          title: 'Mit Satispay: in der App freigeben',
          text: 'Von der Seite von Satispay geht es in die App: Prüfen Sie dort den Betrag und geben Sie ihn frei. Sie haben {PAYMENT_SATISPAY_OPEN_MINUTES_text} Zeit.',
        },
        esito: {
          title: 'Zurück hier: Ergebnis und Quittung',
          text: 'Die Seite sagt, ob es geklappt hat, und gibt Ihnen die Quittung als PDF, die unter „Dokumente“ bleibt. Gibt es noch kein Ergebnis, zahlen Sie nicht noch einmal: Wir verfolgen die Zahlung und schreiben Ihnen.',
        },
      },
    },
  },
  pictures: {
    registrati:
      'Die Seite „Registrieren“ auf einem Telefon: ein Feld mit einer E-Mail-Adresse und die Schaltfläche „Weiter“.',
    'registrati-codice':
      'Die Seite „Sehen Sie in Ihren Nachrichten nach“: das Feld für den vierstelligen Code und die Schaltfläche „Weiter“.',
    'registrati-dati': 'Die Seite, die nach Steuernummer oder MwSt.-Nummer fragt, mit einer Steuernummer.',
    'registrati-password':
      'Die Seite „Wählen Sie Ihr Passwort“, mit der Schaltfläche zum Anzeigen und der Schaltfläche „Registrieren“.',
    'prima-home': 'Die Startseite gleich nach der Registrierung: die Begrüßung und was zu erledigen ist.',
    'azienda-dati': 'Dieselbe Seite mit einer elfstelligen MwSt.-Nummer.',
    'azienda-home': 'Die Startseite eines Unternehmens, mit seinem Namen in der Begrüßung.',
    'ditta-dati': 'Die Seite, die nach Steuernummer oder MwSt.-Nummer fragt, mit der MwSt.-Nummer einer Tätigkeit.',
    'ditta-home': 'Die Startseite einer Einzelfirma.',
    accesso: 'Die Seite „Anmelden“: Benutzername, Passwort und darunter „Zugangsdaten vergessen“.',
    'accesso-codice':
      'Die Seite „Code eingeben“: der teilweise verdeckte Kontakt, das Feld für sechs Ziffern, „Anmelden“.',
    recupera: 'Die Seite für ein neues Passwort: ein Feld für den Benutzernamen und die Schaltfläche für den Link.',
    'scegli-recapito':
      'Die Seite „Kontakt wählen“: eine Mobilnummer und darunter die Kontakte, die nicht möglich sind.',
    'scegli-codice': 'Die Seite mit dem Code, der den Kontakt prüft, mit dem teilweise verdeckten Kontakt.',
    conferma: 'Die Seite „Code eingeben“ für eine Zahlung: der Betrag, die Referenz aus zwei Buchstaben, das Feld.',
    'non-arriva': 'Die Seite „Ich erhalte den Code nicht“: die Hinweise untereinander.',
    polizza: 'Die Seite eines Kfz-Vertrags: der Betrag der Rate, die Fälligkeit und die Schaltfläche zum Bezahlen.',
    paga: 'Die Seite „Prüfen und Zahlungsart wählen“: die Zahlungsarten untereinander und die Schaltfläche, die den Code sendet.',
    vai: 'Die Seite „Es fehlt nur noch die Zahlung“, mit der Schaltfläche „Zur Zahlungsseite“.',
    esito: 'Die Seite „Zahlung erfolgreich“: der bezahlte Betrag und die Schaltfläche für die Quittung.',
  },
};
