import type { AppWords } from './catalogue.ts';

export const en: AppWords = {
  title: 'Get the app',
  lead: 'The app is this site, added to the apps on your device. No app store, no updates to install.',
  points: [
    'It has an icon and a window of its own, without the browser’s address bar.',
    'It does the same things as the site, and you sign in in the same way.',
    'It needs an internet connection, as the site does. It takes up very little space.',
  ],
  systems: {
    iphone: {
      name: 'iPhone and iPad, with Safari',
      steps: [
        'Open this site in Safari.',
        'Tap Share, the square with an arrow pointing up.',
        'Scroll and tap Add to Home Screen, then Add.',
      ],
      note: 'Chrome, Edge and Firefox for iPhone have Add to Home Screen in their Share menu too.',
    },
    android: {
      name: 'Android, with Chrome',
      steps: [
        'Open this site in Chrome.',
        'Tap the three dots at the top right.',
        'Tap Add to Home screen, then Install.',
      ],
    },
    'android-altri': {
      name: 'Android, with Samsung Internet, Edge or Firefox',
      steps: [
        'Open this site in the browser you use.',
        'Open the menu: three lines or three dots, at the bottom or at the top.',
        'Tap Add page to, Add to phone or Install, depending on the browser.',
      ],
    },
    computer: {
      name: 'Computer, with Chrome or Edge',
      steps: [
        'Open this site.',
        'In the address bar, on the right, press the install icon. If it is not there, look in the menu: in Chrome under Cast, save and share; in Edge under Apps.',
        'Press Install.',
      ],
    },
    mac: {
      name: 'Mac, with Safari',
      steps: ['Open this site in Safari.', 'In the File menu choose Add to Dock, then Add.'],
      note: 'You need macOS Sonoma or later.',
    },
    firefox: {
      name: 'Computer, with Firefox',
      steps: [
        'On Windows, press the icon in the address bar that adds the site to the taskbar.',
        'On Mac and Linux Firefox cannot install apps: bookmark the site, or use one of the other browsers.',
      ],
    },
  },
  code: {
    title: 'Open it on your phone',
    text: 'Point the camera at the code. It leads to {host}, and nowhere else.',
    alt: 'A code to scan with the phone: it opens this site.',
  },
  after: {
    title: 'To remove it',
    text: 'As with any other app: press and hold the icon, or use the menu of its window. Your account and your data stay as they are.',
  },
};
