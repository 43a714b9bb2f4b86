import type { Answers } from '../catalogue.ts';

export const documents: Answers<'documents'> = {
  'dove-sono-i-documenti': {
    question: 'Che cosa trovo in Documenti?',
    keywords: 'ricevute contratto quietanze archivio scaricare non letti',
    parts: [
      'Le ricevute dei pagamenti fatti qui, dalla più recente. Un segno mostra quelle che non hai ancora aperto. Per gli altri documenti chiedi alla tua agenzia.',
      'Restano anche dopo la fine della polizza.',
    ],
  },
  'documenti-solo-digitali': {
    question: 'Che cosa vuol dire «documenti solo digitali»?',
    keywords: 'dematerializzazione paperless carta posta consenso email ricevuta',
    parts: [
      'Che i documenti non ti arrivano più per posta: ti avvisiamo e li trovi qui. La legge la chiama dematerializzazione.',
      'Per attivarla o cambiarla parla con la tua agenzia.',
    ],
  },
  'aprire-un-pdf': {
    question: 'Un PDF non si apre.',
    keywords: 'scaricare file danneggiato telefono lettore acrobat',
    parts: [
      'Prova a scaricarlo e ad aprirlo dai file scaricati. Sul telefono serve un’app che legga i PDF: di solito c’è già.',
      'Le ricevute sono fatte per essere lette anche da un lettore di schermo. Se un documento non si apre proprio, scrivici quale: lo controlliamo.',
    ],
  },
};
