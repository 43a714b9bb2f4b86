import type { AppWords } from './catalogue.ts';

export const it: AppWords = {
  title: 'Scarica l’App',
  lead: 'L’app è questo sito, messo tra le app del tuo dispositivo. Non devi cercarla in un negozio di app, e si aggiorna da sola.',
  points: [
    'Ha la sua icona e la sua finestra, senza la barra del browser.',
    'Fa le stesse cose del sito e si accede nello stesso modo.',
    'Serve internet, come per il sito. Occupa pochissimo spazio.',
  ],
  systems: {
    iphone: {
      name: 'iPhone e iPad, con Safari',
      steps: [
        'Apri questo sito in Safari.',
        'Tocca Condividi, il quadrato con la freccia verso l’alto.',
        'Scorri e tocca Aggiungi alla schermata Home, poi Aggiungi.',
      ],
      note: 'Anche Chrome, Edge e Firefox per iPhone hanno Aggiungi alla schermata Home nel loro Condividi.',
    },
    android: {
      name: 'Android, con Chrome',
      steps: [
        'Apri questo sito in Chrome.',
        'Tocca i tre puntini in alto a destra.',
        'Tocca Aggiungi a schermata Home, poi Installa.',
      ],
    },
    'android-altri': {
      name: 'Android, con Samsung Internet, Edge o Firefox',
      steps: [
        'Apri questo sito nel browser che usi.',
        'Apri il menu: tre righe o tre puntini, in basso o in alto.',
        'Tocca Aggiungi pagina a, Aggiungi al telefono oppure Installa, secondo il browser.',
      ],
    },
    computer: {
      name: 'Computer, con Chrome o Edge',
      steps: [
        'Apri questo sito.',
        'Nella barra dell’indirizzo, a destra, premi l’icona per installare. Se non c’è, è nel menu: in Chrome sotto Trasmetti, salva e condividi; in Edge sotto App.',
        'Premi Installa.',
      ],
    },
    mac: {
      name: 'Mac, con Safari',
      steps: ['Apri questo sito in Safari.', 'Nel menu File scegli Aggiungi al Dock, poi Aggiungi.'],
      note: 'Serve macOS Sonoma o più recente.',
    },
    firefox: {
      name: 'Computer, con Firefox',
      steps: [
        'Su Windows: premi l’icona per aggiungere il sito alla barra delle applicazioni, nella barra dell’indirizzo.',
        'Su Mac e Linux Firefox non installa app: aggiungi il sito ai segnalibri, o usa uno degli altri browser.',
      ],
    },
  },
  code: {
    title: 'Aprilo sul telefono',
    text: 'Inquadra il codice con la fotocamera. Porta a {host}, e a nessun altro posto.',
    alt: 'Codice da inquadrare con il telefono: apre questo sito.',
  },
  after: {
    title: 'Per toglierla',
    text: 'Come qualsiasi altra app: tieni premuta l’icona, oppure usa il menu della sua finestra. Il tuo account e i tuoi dati restano come sono.',
  },
};
