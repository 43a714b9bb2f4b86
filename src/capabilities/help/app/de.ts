import type { AppWords } from './catalogue.ts';

export const de: AppWords = {
  title: 'App holen',
  lead: 'Die App ist diese Seite, abgelegt bei den Apps Ihres Geräts. Kein Store, keine Updates.',
  points: [
    'Sie hat ein eigenes Symbol und ein eigenes Fenster, ohne die Leiste des Browsers.',
    'Sie kann dasselbe wie die Seite, und die Anmeldung ist dieselbe.',
    'Sie braucht das Netz, wie die Seite, und sehr wenig Platz.',
  ],
  systems: {
    iphone: {
      name: 'iPhone und iPad, mit Safari',
      steps: [
        'Öffnen Sie diese Seite in Safari.',
        'Tippen Sie auf Teilen, das Quadrat mit dem Pfeil nach oben.',
        'Scrollen Sie und tippen Sie auf Zum Home-Bildschirm, dann auf Hinzufügen.',
      ],
      note: 'Auch Chrome, Edge und Firefox für iPhone haben Zum Home-Bildschirm unter Teilen.',
    },
    android: {
      name: 'Android, mit Chrome',
      steps: [
        'Öffnen Sie diese Seite in Chrome.',
        'Tippen Sie oben rechts auf die drei Punkte.',
        'Tippen Sie auf Zum Startbildschirm hinzufügen, dann auf Installieren.',
      ],
    },
    'android-altri': {
      name: 'Android, mit Samsung Internet, Edge oder Firefox',
      steps: [
        'Öffnen Sie diese Seite in Ihrem Browser.',
        'Öffnen Sie das Menü: drei Striche oder drei Punkte, unten oder oben.',
        'Tippen Sie je nach Browser auf Seite hinzufügen zu, Zum Telefon hinzufügen oder Installieren.',
      ],
    },
    computer: {
      name: 'Computer, mit Chrome oder Edge',
      steps: [
        'Öffnen Sie diese Seite.',
        'Drücken Sie rechts in der Adressleiste das Symbol zum Installieren. Fehlt es, steht es im Menü: in Chrome unter Streamen, speichern und teilen, in Edge unter Apps.',
        'Drücken Sie Installieren.',
      ],
    },
    mac: {
      name: 'Mac, mit Safari',
      steps: [
        'Öffnen Sie diese Seite in Safari.',
        'Wählen Sie im Menü Ablage den Punkt Zum Dock hinzufügen, dann Hinzufügen.',
      ],
      note: 'Nötig ist macOS Sonoma oder neuer.',
    },
    firefox: {
      name: 'Computer, mit Firefox',
      steps: [
        'Unter Windows: Drücken Sie in der Adressleiste das Symbol, das die Seite zur Taskleiste hinzufügt.',
        'Auf Mac und Linux installiert Firefox keine Apps: Setzen Sie ein Lesezeichen oder verwenden Sie einen der anderen Browser.',
      ],
    },
  },
  code: {
    title: 'Auf dem Telefon öffnen',
    text: 'Richten Sie die Kamera auf den Code. Er führt zu {host} und nirgendwo anders hin.',
    alt: 'Ein Code zum Scannen mit dem Telefon: Er öffnet diese Seite.',
  },
  after: {
    title: 'So entfernen Sie sie',
    text: 'Wie jede andere App: das Symbol gedrückt halten oder das Menü ihres Fensters verwenden. Ihr Konto und Ihre Daten bleiben, wie sie sind.',
  },
};
