import type { Answers } from '../catalogue.ts';

export const payments: Answers<'payments'> = {
  'quando-si-paga': {
    question: 'Da quando e fino a quando posso pagare una rata qui?',
    keywords: 'finestra scadenza giorni prima dopo periodo auto vita casa rata non pagabile',
    parts: [
      {
        points: [
          'Auto: da {motorBefore} giorni prima a {motorAfter} giorni dopo la scadenza.',
          'Vita, risparmio e previdenza: dal primo giorno del mese di scadenza a {lifeAfter} giorni dopo la scadenza.',
          'Tutte le altre: da {otherBefore} giorni prima, finché non è pagata o ritirata.',
        ],
      },
      'Ogni rata dice da quando e fino a quando. Conta il giorno in cui confermi con il codice. Fuori da questi giorni ci pensa l’agenzia.',
    ],
  },
  'pagamento-in-attesa': {
    question: 'Il pagamento è in attesa: devo rifarlo?',
    keywords: 'pendente verifica banca in corso sospeso bloccato riprendere rinunciare',
    parts: [
      'No. Stiamo aspettando che chi gestisce la carta ci dica com’è andata, e chiediamo noi finché non lo sappiamo. Una rata non si può pagare due volte.',
      'Se non hai finito sulla pagina di pagamento, dalla pagina dell’esito puoi riprendere o rinunciare. Se non fai nulla, il pagamento si chiude da solo dopo {PAYMENT_CARD_OPEN_MINUTES_text}.',
      'Puoi chiudere la pagina: l’esito lo trovi anche nella polizza.',
    ],
  },
  'come-pagare': {
    question: 'Come pago una rata?',
    keywords: 'pagare premio carta bancomat visa mastercard postepay online passaggi',
    parts: [
      {
        steps: [
          'Apri la polizza, o la cosa da fare nella Home, e premi Paga la rata.',
          'Controlla l’importo e scegli come pagare.',
          'Scrivi il codice di conferma che ricevi.',
          'Vai alla pagina di pagamento, inserisci la carta lì e torna qui: trovi l’esito e la ricevuta.',
        ],
      },
      'I dati della carta li vede solo chi gestisce il pagamento, non noi. Non ci sono commissioni.',
    ],
  },
  'importi-e-metodi': {
    question: 'Fino a che importo posso pagare con carta?',
    keywords: 'limite massimo carta mybank satispay 1000 5000 metodo non disponibile',
    parts: [
      {
        points: [
          'Vita, risparmio e previdenza: con carta fino a {cardLife}.',
          'Tutte le altre polizze: con carta fino a {cardNonLife}.',
        ],
      },
      'Per importi più alti servono altri modi: la rata dice quali. Se qui non ce ne sono, si paga in agenzia.',
    ],
  },
  'pagamento-rifiutato': {
    question: 'La carta è stata rifiutata. Ho pagato?',
    keywords: 'rifiutata negata non riuscito fondi insufficienti carta scaduta 3d secure riprova',
    parts: [
      'No: un pagamento rifiutato non ti addebita nulla. Se vedi una somma bloccata sul conto, l’ha messa da parte la banca e si libera da sola.',
      'Il motivo lo sa la banca. Di solito manca la conferma nella sua app, è superato un limite o la carta non vale per gli acquisti in rete. Puoi riprovare subito, anche con un’altra carta.',
    ],
  },
  'pagato-due-volte': {
    question: 'Ho paura di aver pagato due volte.',
    keywords: 'doppio addebito rimborso duplicato restituzione soldi indietro',
    parts: [
      'Per ogni rata teniamo un solo pagamento. Se ne arriva un secondo, o se la rata risulta già pagata in agenzia, ti restituiamo i soldi in più. Tornano sulla stessa carta quando si può, altrimenti con un bonifico entro {PAYMENT_REFUND_DUE_DAYS_text}.',
      'Ti scriviamo quando succede. Se vedi due addebiti e nessun messaggio, scrivi all’Assistenza con la data e l’importo.',
    ],
  },
  'pagata-in-agenzia': {
    question: 'Ho pagato in agenzia ma la rata risulta ancora da pagare.',
    keywords: 'contanti bonifico agenzia aggiornamento ritardo risulta non pagata',
    parts: [
      'I pagamenti fatti in agenzia arrivano qui con un po’ di ritardo, di solito il giorno dopo. Accanto a ogni dato trovi la data a cui si riferisce.',
      'Se dopo due giorni lavorativi non vedi nulla, chiedi all’agenzia. Intanto non pagare di nuovo.',
    ],
  },
  'dov-e-la-ricevuta': {
    question: 'Dove trovo la ricevuta di un pagamento?',
    keywords: 'quietanza pdf scaricare email prova pagamento attestazione',
    parts: [
      'Nella pagina dell’esito e in Documenti, appena il pagamento è riuscito: è un PDF che puoi scaricare quando vuoi.',
      'Arriva anche per e-mail se ne conosciamo una e hai scelto i documenti solo digitali. La pagina dell’esito dice dove è andata, o perché no.',
    ],
  },
  'auto-pagata-in-ritardo': {
    question: 'Pago l’auto dopo la scadenza: la copertura vale?',
    keywords: 'rc auto quindici giorni tolleranza sospesa copertura ritardo scaduta circolare',
    parts: [
      'Se la polizza prosegue, la copertura vale ancora per {motorAfter} giorni dopo la scadenza della rata. Dopo si ferma finché non paghi.',
      'Se paghi più tardi in agenzia, la copertura riparte dalle 24:00 del giorno in cui paghi, non da prima. La pagina della polizza dice da quando.',
    ],
  },
  'fattura-del-dispositivo': {
    question: 'Posso avere la fattura per il dispositivo compreso nel premio?',
    keywords: 'iot scatola nera kit casa seggiolino fattura elettronica codice destinatario',
    parts: [
      'Sì. Alcune polizze comprendono un dispositivo, per esempio il kit per la casa: per quella parte del premio c’è la fattura. Per ora la chiedi alla tua agenzia.',
      'La rata mostra quanto del premio riguarda il dispositivo.',
    ],
  },
};
