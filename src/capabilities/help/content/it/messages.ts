import type { Answers } from '../catalogue.ts';

export const messages: Answers<'messages'> = {
  'il-codice-non-arriva': {
    question: 'Il codice o il messaggio non arriva.',
    keywords: 'sms email spam posta indesiderata ritardo non ricevo niente segnale',
    parts: [
      {
        steps: [
          'Aspetta un minuto: a volte un SMS o un’e-mail ritardano.',
          'Guarda nella posta indesiderata e, per gli SMS, controlla di avere segnale.',
          'Controlla nella pagina il recapito a cui l’abbiamo mandato: ne vedi l’inizio e la fine.',
          'Chiedi un nuovo codice. Da quel momento vale solo quello.',
        ],
      },
      'Se ti stai registrando, forse l’agenzia non ha quel recapito: chiedile quale ha. Se non basta, scrivi all’Assistenza: per farlo non serve ricevere messaggi.',
    ],
  },
  'piu-codici-quale-vale': {
    question: 'Ho ricevuto più codici: quale vale?',
    keywords: 'ultimo codice riferimento due lettere vecchio precedente',
    parts: [
      'Vale l’ultimo. Ogni messaggio porta due lettere di riferimento: usa il codice che ha le stesse due lettere della pagina.',
      'Se scrivi un codice più vecchio, te lo diciamo. Conta però come un tentativo.',
    ],
  },
  'messaggio-non-chiesto': {
    question: 'Ho ricevuto un codice che non ho chiesto.',
    keywords: 'phishing sospetto sconosciuto registrazione recupero non sono stato io',
    parts: [
      'Non darlo a nessuno e non aprire il link. Senza di te quel codice non serve a niente.',
      'Di solito qualcuno ha scritto il tuo recapito per sbaglio. Se succede più volte, scrivi all’Assistenza o chiama il {phone}. Fallo subito se il messaggio parla di un pagamento o di un accesso non tuo.',
    ],
  },
  'messaggio-vero-o-truffa': {
    question: 'Come capisco se un messaggio è davvero vostro?',
    keywords: 'truffa phishing smishing falso email sms sicurezza link',
    parts: [
      {
        points: [
          'Non ti chiediamo mai un codice o la password: né per telefono, né per e-mail, né in agenzia.',
          'Il messaggio con un codice di conferma dice sempre che cosa stai confermando: quanto paghi, a chi, per quale polizza.',
          'I nostri link portano solo a {host}.',
        ],
      },
      'Se hai un dubbio, non usare il link: apri il sito da te. E scrivici, se vuoi che lo guardiamo.',
    ],
  },
};
