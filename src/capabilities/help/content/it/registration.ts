import type { Answers } from '../catalogue.ts';

export const registration: Answers<'registration'> = {
  'come-registrarsi': {
    question: 'Come ci si registra?',
    keywords: 'iscriversi iscrizione creare account nuovo utente attivare area clienti primo accesso',
    parts: [
      'Serve un’e-mail o un cellulare che la tua agenzia ha già: diventa il tuo nome utente.',
      {
        steps: [
          'Apri la pagina Registrati e scrivi quell’e-mail o quel cellulare.',
          'Ricevi un messaggio con un link e un codice di quattro cifre.',
          'Scrivi il codice nella pagina rimasta aperta, con il tuo codice fiscale o la partita IVA. Oppure apri il link e premi il pulsante.',
          'Scegli la password. Sei dentro.',
        ],
      },
      'Ci vogliono un paio di minuti. Se ti fermi a metà, ricominci quando vuoi.',
    ],
  },
  'codice-o-link': {
    question: 'Nel messaggio ci sono un codice e un link: quale uso?',
    keywords: 'quattro cifre link messaggio registrazione scaduto valido',
    parts: [
      'Quello che ti viene più comodo: basta l’uno o l’altro.',
      {
        points: [
          'Il codice vale {REGISTRATION_CODE_MINUTES_text} e funziona solo nel browser da cui l’hai chiesto.',
          'Il link vale {REGISTRATION_LINK_HOURS_text} e funziona in qualsiasi browser, anche dopo che il codice è scaduto.',
        ],
      },
      'Se hai chiesto più messaggi, vale solo l’ultimo.',
    ],
  },
  'chi-puo-registrarsi': {
    question: 'Chi si può registrare?',
    keywords: 'contraente assicurato azienda ditta individuale professionista società familiare',
    parts: [
      'Chi ha una polizza con noi, come contraente (chi l’ha firmata) o come persona assicurata (chi è protetto). Vale per le persone, le aziende e i professionisti.',
      'Ognuno si registra con un recapito suo. Se due persone hanno la stessa e-mail, il link chiede il codice fiscale per sapere quale delle due si registra.',
    ],
  },
  'quale-nome-utente': {
    question: 'Quale e-mail o cellulare devo scrivere?',
    keywords: 'username nome utente recapito agenzia non riconosciuto email numero',
    parts: [
      'Uno di quelli che hai lasciato all’agenzia: l’e-mail su cui ti scrive, o il cellulare su cui ti chiama. Il telefono fisso non va bene, perché non riceve messaggi.',
      'Se non sai quale ha l’agenzia, o se è vecchio, chiedi di registrarne uno nuovo: poco dopo lo puoi usare qui.',
      'La pagina risponde sempre nello stesso modo, anche se il recapito non lo conosciamo. Così nessuno può scoprire chi è nostro cliente.',
    ],
  },
  'codice-fiscale-chiesto': {
    question: 'Perché mi chiedete il codice fiscale o la partita IVA?',
    keywords: 'cf piva dati personali verifica identità coniugi email condivisa',
    parts: [
      'Un codice di quattro cifre è corto. Con il codice fiscale o la partita IVA siamo sicuri che sei proprio tu.',
      'Se apri il link, te lo chiediamo solo quando lo stesso recapito è di più persone. Serve a capire quale di loro si registra.',
    ],
  },
  'recapito-gia-in-uso': {
    question: 'Il messaggio dice che il recapito è già in uso. Che faccio?',
    keywords: 'già usato altro account nome utente conferma occupato coniuge liberare',
    parts: [
      'Un recapito può servire a un solo account: come nome utente, o per confermare le operazioni. Il messaggio dice come è usato.',
      {
        points: [
          'Se l’account è il tuo, accedi. Se non ricordi la password, recuperala.',
          'Se è di un’altra persona, per esempio di chi vive con te, registrati con un altro recapito tuo. Oppure chiedi a quella persona di usarne uno diverso.',
        ],
      },
    ],
  },
  'ricominciare-la-registrazione': {
    question: 'Ho lasciato la registrazione a metà. Posso ricominciare?',
    keywords: 'interrotta riprendere nuovo messaggio link scaduto',
    parts: [
      'Sì, quando vuoi. Apri di nuovo Registrati e scrivi lo stesso recapito. Ti mandiamo un messaggio nuovo, e quelli di prima non valgono più.',
      'Lo stesso vale dopo la cancellazione di un account: ci si può registrare di nuovo.',
    ],
  },
  'scegliere-la-password': {
    question: 'Come deve essere la password?',
    keywords: 'caratteri lunghezza sicura gestore password frase regole',
    parts: [
      'Lunga almeno {PASSWORD_MIN} caratteri. Non servono simboli strani: una frase di quattro o cinque parole va benissimo, spazi compresi.',
      'Non accettiamo le password più usate, né il tuo nome, la tua e-mail o la tua data di nascita. Puoi incollarla da un programma che conserva le password.',
      'Non scade. La cambi quando vuoi tu, o se temi che qualcuno la conosca.',
    ],
  },
};
