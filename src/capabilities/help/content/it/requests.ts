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
};
