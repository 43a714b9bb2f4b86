import type { Answers } from '../catalogue.ts';

export const requests: Answers<'requests'> = {
  'come-scrivere-all-assistenza': {
    question: 'Come scrivo all’Assistenza?',
    keywords: 'contattare supporto aiuto modulo telefono ticket reclamo',
    parts: [
      'Da ogni pagina, con Assistenza: anche senza accedere e anche se non ricevi messaggi. Scegli l’argomento e racconta che cosa succede. Se non hai fatto l’accesso, lascia un’e-mail o un telefono.',
      'Rispondiamo di solito entro {SUPPORT_ANSWER_DAYS, plural, one {un giorno lavorativo} other {# giorni lavorativi}}. Al telefono ci trovi al {phone}.',
      'Non scrivere mai password o codici: non ci servono.',
    ],
  },
  'seguire-una-richiesta': {
    question: 'Come seguo una richiesta?',
    keywords: 'stato richiesta risposta numero quando rispondete riaprire chiudere',
    parts: [
      'In Richieste vedi tutte quelle che hai mandato: chi deve rispondere, entro quando, e i messaggi. Puoi scrivere ancora, o chiuderla se hai risolto.',
      'Se l’hai mandata senza accedere, la vedi dallo stesso browser nella pagina Assistenza. Per telefono basta il suo numero.',
    ],
  },
  'contatto-non-verificato': {
    question: 'Che cosa vuol dire «contatto non verificato»?',
    keywords: 'codice richiesta senza accedere recapito non confermato chiamata',
    parts: [
      'Che non sappiamo se il recapito lasciato è davvero di chi scrive, perché nessuno ha inserito il codice. A un recapito così non mandiamo nulla.',
      'Se è un telefono, ti chiamiamo. La risposta la trovi nella pagina della richiesta, nel browser da cui l’hai mandata. E finché non sappiamo chi sei, non diciamo nulla di polizze o pagamenti.',
    ],
  },
  'chiedere-all-agenzia': {
    question: 'Come chiedo qualcosa alla mia agenzia?',
    keywords: 'scrivere agenzia richiesta polizza agente contattare',
    parts: [
      'In Richieste premi Scrivi all’agenzia, di’ per quale polizza e racconta che cosa ti serve. La richiesta ha un numero, e la risposta la trovi lì.',
      'Telefono, e-mail e orari dell’agenzia sono anche in ogni polizza.',
    ],
  },
  'trovare-un-agenzia': {
    question: 'Come trovo un’agenzia?',
    keywords: 'agenzie vicine città indirizzo orari telefono cercare mappa',
    parts: [
      'In Agenzie scrivi il comune, il CAP o il nome. Trovi indirizzo, orari, telefono e come arrivarci. Non serve accedere.',
      'Se hai già una polizza, la tua agenzia è quella che vedi nella pagina della polizza.',
    ],
  },
  'che-cosa-funziona': {
    question: 'Il sito non va: è un problema vostro?',
    keywords: 'errore non funziona lento guasto manutenzione stato disservizio',
    parts: [
      'Lo dice la pagina Che cosa funziona adesso: accesso, pagamenti, messaggi e documenti, con controlli di pochi secondi fa. Se c’è una manutenzione, è scritto in cima a ogni pagina.',
      'Se lì va tutto bene, ricarica la pagina o prova un altro browser. Poi scrivici che cosa stavi facendo.',
    ],
  },
  'avere-l-app': {
    question: 'C’è un’app?',
    keywords: 'scaricare installare applicazione telefono icona home schermata android iphone',
    parts: [
      'Sì: è questo sito, messo tra le app del telefono o del computer con la sua icona. La pagina Scarica l’App dice come si fa su ogni dispositivo.',
      'Si accede nello stesso modo e fa le stesse cose. Per usarla serve internet.',
    ],
  },
};
