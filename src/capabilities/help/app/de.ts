import type { AppWords } from './catalogue.ts';

export const de: AppWords = {
  title: 'App holen',
  lead: 'Die App ist diese Website, abgelegt bei den Apps Ihres Geräts. Ohne App-Store, ohne Updates.',
  points: [
    'Sie hat ein eigenes Symbol und ein eigenes Fenster, ohne die Leiste des Browsers.',
    'Sie kann dasselbe wie die Website, und Sie melden sich genauso an.',
    'Sie braucht eine Internetverbindung, wie die Website, und sehr wenig Platz.',
  ],
  systems: {
    iphone: {
      name: 'iPhone und iPad, mit Safari',
      steps: [
        'Öffnen Sie diese Website in Safari.',
        'Tippen Sie auf „Teilen“, das Quadrat mit dem Pfeil nach oben.',
        'Scrollen Sie nach unten und tippen Sie auf „Zum Home-Bildschirm“, dann auf „Hinzufügen“.',
      ],
      note: 'Auch Chrome, Edge und Firefox für iPhone haben „Zum Home-Bildschirm“ unter „Teilen“.',
    },
    android: {
      name: 'Android, mit Chrome',
      steps: [
        'Öffnen Sie diese Website in Chrome.',
        'Tippen Sie oben rechts auf die drei Punkte.',
        'Tippen Sie auf „Zum Startbildschirm hinzufügen“, dann auf „Installieren“.',
      ],
    },
    'android-altri': {
      name: 'Android, mit Samsung Internet, Edge oder Firefox',
      steps: [
        'Öffnen Sie diese Website in Ihrem Browser.',
        'Öffnen Sie das Menü: drei Striche oder drei Punkte, unten oder oben.',
        'Tippen Sie je nach Browser auf „Seite hinzufügen zu“, „Zum Telefon hinzufügen“ oder „Installieren“.',
      ],
    },
    computer: {
      name: 'Computer, mit Chrome oder Edge',
      steps: [
        'Öffnen Sie diese Website.',
        'Drücken Sie rechts in der Adressleiste auf das Symbol zum Installieren. Fehlt es dort, finden Sie es im Menü: in Chrome unter „Streamen, Speichern und Teilen“, in Edge unter „Apps“.',
        'Drücken Sie auf „Installieren“.',
      ],
    },
    mac: {
      name: 'Mac, mit Safari',
      steps: [
        'Öffnen Sie diese Website in Safari.',
        'Wählen Sie im Menü „Ablage“ den Punkt „Zum Dock hinzufügen“, dann „Hinzufügen“.',
      ],
      note: 'Nötig ist macOS Sonoma oder neuer.',
    },
    firefox: {
      name: 'Computer, mit Firefox',
      steps: [
        'Unter Windows: Drücken Sie in der Adressleiste auf das Symbol, das die Website zur Taskleiste hinzufügt.',
        'Auf Mac und Linux installiert Firefox keine Apps: Setzen Sie ein Lesezeichen oder verwenden Sie einen der anderen Browser.',
      ],
    },
  },
  code: {
    title: 'Auf dem Telefon öffnen',
    text: 'Richten Sie die Kamera auf den Code. Er führt zu {host} und nirgendwo anders hin.',
    alt: 'Ein Code zum Scannen mit dem Telefon: Er öffnet diese Website.',
  },
  after: {
    title: 'So entfernen Sie sie',
    text: 'Wie jede andere App: das Symbol gedrückt halten oder das Menü ihres Fensters verwenden. Ihr Konto und Ihre Daten bleiben, wie sie sind.',
  },
};
