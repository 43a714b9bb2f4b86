import type { Answers } from '../catalogue.ts';

export const policies: Answers<'policies'> = {
  'non-vedo-una-polizza': {
    question: 'Perché non vedo una mia polizza?',
    keywords: 'manca polizza assente scaduta beneficiario altro profilo nuova appena firmata',
    parts: [
      {
        points: [
          'È finita: in Polizze ci sono solo quelle attive. I suoi documenti restano in Documenti.',
          'È nuova: arriva qui quando l’agenzia l’ha registrata, di solito entro qualche giorno lavorativo.',
          'Non l’hai firmata e non ti assicura: chi è solo beneficiario, per esempio, non la vede.',
          'È registrata con altri dati, per esempio con la partita IVA della ditta invece che con il tuo codice fiscale.',
        ],
      },
      'Se non è nessuno di questi casi, chiedi all’agenzia: controlla come è registrata.',
    ],
  },
  'che-cosa-vede-l-assicurato': {
    question: 'La polizza mi assicura, ma è di un’altra persona. Che cosa vedo?',
    keywords: 'assicurato contraente datore di lavoro familiare premi nascosti pagamenti',
    parts: [
      'Vedi che cosa copre la polizza e per chi. Premi, pagamenti e documenti del contratto li vede solo chi è contraente, cioè chi l’ha firmata e la paga.',
      'Nessuno vede le polizze di un’altra persona, nemmeno della stessa famiglia. Fa eccezione una rappresentanza legale registrata dall’agenzia, come quella di un genitore per un figlio minorenne.',
    ],
  },
  'dati-non-aggiornati': {
    question: 'Un dato della polizza è vecchio o sbagliato.',
    keywords: 'indirizzo targa errore correggere aggiornare residenza data di riferimento',
    parts: [
      'Accanto ai dati c’è il giorno a cui si riferiscono. Se hai cambiato qualcosa da poco, può volerci un giorno.',
      'Se è proprio sbagliato, dillo alla tua agenzia: è lei che tiene i dati della polizza. Qui li vedi, ma non si cambiano da qui.',
    ],
  },
  'numero-polizza-e-codice-cliente': {
    question: 'Dove trovo il numero di polizza e il codice cliente?',
    keywords: 'numero contratto codice cliente identificativo telefono assistenza',
    parts: [
      'Il numero di polizza è in alto nella pagina della polizza, con un pulsante per copiarlo. Il codice cliente è in Profilo e documenti, Dati account.',
      'Li trovi anche nei documenti e nei messaggi che parlano di una polizza.',
    ],
  },
};
