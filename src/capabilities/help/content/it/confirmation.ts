import type { Answers } from '../catalogue.ts';

export const confirmation: Answers<'confirmation'> = {
  'perche-un-codice': {
    question: 'Perché serve un codice per pagare?',
    keywords: 'otp conferma operazione dispositiva sicurezza sei cifre',
    parts: [
      'Ogni pagamento si conferma con un codice di sei cifre. Lo stesso vale per ogni operazione dispositiva, cioè per tutto ciò che cambia una polizza o il tuo profilo. Il codice arriva solo al recapito per le conferme: così nessun altro può confermare, nemmeno con la tua password.',
      'Il codice vale {CONFIRMATION_CODE_MINUTES_text} e solo per quella operazione: il messaggio dice l’importo, a chi e per che cosa. Se non è quello che volevi, non scriverlo.',
    ],
  },
  'scegliere-il-recapito': {
    question: 'Come scelgo il recapito per le conferme?',
    keywords: 'operazioni dispositive numero email scegli recapito attivare conferma',
    parts: [
      {
        steps: [
          'Apri Scegli recapito, dalla Home o da Recapiti digitali.',
          'Scegli tra quelli che si possono usare: gli altri dicono perché no.',
          'Scrivi il codice che arriva proprio lì. Da quel momento le conferme vanno a quel recapito.',
        ],
      },
      'Se nessuno va bene, con un clic chiedi all’agenzia di aggiungerne uno, e segui la richiesta in Richieste.',
    ],
  },
  'recapito-non-adatto': {
    question: 'Perché un mio recapito non si può usare per le conferme?',
    keywords: 'non adatto fisso nome utente aggiunto da me altro account spunta',
    parts: [
      'Il recapito che riceve i codici è la chiave dei tuoi pagamenti. Per questo deve essere:',
      {
        points: [
          'un’e-mail o un cellulare, perché un telefono fisso non riceve codici;',
          'registrato dall’agenzia, che lo ha verificato con te;',
          'diverso dal tuo nome utente: chi ruba uno dei due non deve avere anche l’altro;',
          'non usato da un altro account per entrare o per confermare.',
        ],
      },
    ],
  },
  'codice-sbagliato': {
    question: 'Ho scritto il codice sbagliato. Quante volte posso provare?',
    keywords: 'tentativi errato esauriti limite',
    parts: [
      'Hai {CODE_TRIES_MAX} tentativi per ogni codice. Poi non vale più nemmeno quello giusto: chiedi un codice nuovo e i tentativi ripartono da capo.',
      'I codici che puoi chiedere in un’ora sono pochi: la pagina dice quanti ne restano. Se li hai finiti, dice da che ora ne puoi chiedere un altro.',
    ],
  },
  'codice-scaduto': {
    question: 'Il codice è scaduto.',
    keywords: 'tempo minuti scadenza nuovo codice operazione scaduta',
    parts: [
      'Premi Richiedi nuovo codice: arriva subito e quello di prima non vale più. Quello che avevi scelto resta com’è.',
      'L’operazione intera aspetta {CONFIRMATION_OPERATION_MINUTES_text}. Se passano, ricomincia dalla polizza: non è stato pagato nulla.',
    ],
  },
  'cambiato-prima-della-conferma': {
    question: 'Dice che qualcosa è cambiato e non posso più confermare.',
    keywords: 'importo cambiato operazione annullata rata ritirata diversa',
    parts: [
      'Il codice vale per quello che c’era scritto nel messaggio. La conferma si ferma se intanto l’importo è cambiato, o la rata è stata pagata in agenzia o ritirata. Così non paghi una cosa diversa da quella che hai letto.',
      'Non ti è stato addebitato nulla. Torna alla polizza: trovi l’importo di adesso, e se c’è ancora da pagare ricominci da lì.',
    ],
  },
  'cellulare-cambiato': {
    question: 'Ho cambiato cellulare e i codici vanno al numero vecchio.',
    keywords: 'numero perso sim smarrito nuovo telefono recapito conferma sostituire',
    parts: [
      'Parla con la tua agenzia: registra il numero nuovo e toglie quello vecchio. Poi qui scegli il recapito per le conferme tra quelli che hai.',
      'Per entrare da un dispositivo nuovo intanto puoi farti mandare il codice al nome utente.',
    ],
  },
};
