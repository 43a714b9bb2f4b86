import type { Answers } from '../catalogue.ts';

export const contacts: Answers<'contacts'> = {
  'a-che-cosa-servono-i-recapiti': {
    question: 'A che cosa serve ogni mio recapito?',
    keywords: 'recapiti digitali nome utente conferma preferito dematerializzazione doppia spunta ruolo',
    parts: [
      'In Recapiti digitali trovi le e-mail e i numeri che hai lasciato, con l’uso di ciascuno:',
      {
        points: [
          'Nome utente: quello con cui accedi.',
          'Conferma operazioni, con la doppia spunta: riceve i codici per pagare e per cambiare qualcosa.',
          'Preferito: dove ti scriviamo noi e l’agenzia.',
          'Documenti digitali: dove ti avvisiamo quando c’è un documento nuovo.',
        ],
      },
    ],
  },
  'cambiare-un-recapito': {
    question: 'Come cambio o aggiungo un’e-mail o un cellulare?',
    keywords: 'modificare recapito nuovo numero aggiornare email agenzia',
    parts: [
      'Per ora lo fa la tua agenzia: verifica con te il recapito nuovo e lo registra. Poco dopo lo vedi in Recapiti digitali.',
      'Se ti serve un recapito per confermare le operazioni, da Scegli recapito lo chiedi con un clic.',
    ],
  },
  'dove-mi-scrivete': {
    question: 'A quale recapito mi scrivete?',
    keywords: 'preferito notifiche avvisi email sms dove arrivano',
    parts: [
      'Al recapito preferito. Se non ne hai uno, al tuo nome utente.',
      'I codici per confermare vanno solo al recapito per le conferme. La ricevuta di un pagamento va a un’e-mail.',
    ],
  },
};
