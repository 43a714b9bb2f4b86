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
      'No. Aspettiamo che chi gestisce il pagamento ci dica com’è andata, e chiediamo noi finché non lo sappiamo. Una rata non si può pagare due volte.',
      'Se non hai finito, dalla pagina dell’esito puoi riprendere o rinunciare. La pagina dice fino a che ora resta aperto: con la carta {PAYMENT_CARD_OPEN_MINUTES_text}. Poi si chiude da solo.',
      'Puoi chiudere la pagina: l’esito lo trovi anche nella polizza, e te lo scriviamo.',
    ],
  },
  'come-pagare': {
    question: 'Come pago una rata?',
    keywords: 'pagare premio carta bancomat visa mastercard postepay mybank satispay online passaggi',
    parts: [
      {
        steps: [
          'Apri la polizza, o la cosa da fare nella Home, e premi Paga la rata.',
          'Controlla l’importo e scegli come pagare.',
          'Scrivi il codice di conferma che ricevi.',
          'Vai alla pagina di pagamento e paga lì. Poi torni qui: trovi l’esito e la ricevuta.',
        ],
      },
      'I dati della carta o della banca li vede solo chi gestisce il pagamento, non noi. Da parte nostra non ci sono commissioni.',
    ],
  },
  'importi-e-metodi': {
    question: 'Fino a che importo posso pagare, e con che cosa?',
    keywords: 'limite massimo carta mybank satispay metodo non disponibile',
    parts: [
      {
        points: [
          'Vita, risparmio e previdenza: con carta fino a {cardLife}, con Satispay fino a {satispayLife}.',
          'Tutte le altre polizze: con carta fino a {cardNonLife}, con Satispay fino a {satispayNonLife}.',
          'Con MyBank non c’è un limite nostro: lo mette la tua banca.',
        ],
      },
      'La rata dice quali di questi puoi usare qui. Se non ce n’è nessuno, si paga in agenzia.',
    ],
  },
  'pagamento-rifiutato': {
    question: 'La carta è stata rifiutata. Ho pagato?',
    keywords: 'rifiutata negata non riuscito fondi insufficienti carta scaduta 3d secure riprova',
    parts: [
      'No: un pagamento rifiutato non ti addebita nulla. Se vedi una somma bloccata sul conto, l’ha messa da parte la banca e si libera da sola.',
      'Il motivo lo sa la banca. Di solito manca la conferma nella sua app, è superato un limite o la carta non vale per gli acquisti online. Puoi riprovare subito, anche con un’altra carta.',
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
  'che-cos-e-mybank': {
    question: 'Che cos’è MyBank e che cosa serve?',
    keywords: 'bonifico online banca conto home banking autorizzare irrevocabile',
    parts: [
      'Un bonifico immediato dal tuo conto, senza registrarti da nessuna parte. Scegli la banca, entri nel suo sito o nella sua app e autorizzi: importo e destinatario sono già scritti.',
      'Serve l’accesso online alla banca, e che la banca partecipi: prima di cominciare puoi cercarla. Un bonifico non si annulla: se dobbiamo restituirti dei soldi, te li mandiamo con un altro bonifico.',
    ],
  },
  'che-cos-e-satispay': {
    question: 'Come si paga con Satispay?',
    keywords: 'app telefono approvare richiesta satispay',
    parts: [
      'Con l’app Satispay sul telefono. Dalla pagina di pagamento passi all’app, controlli l’importo e approvi. Hai {PAYMENT_SATISPAY_OPEN_MINUTES_text}.',
      'Serve un account Satispay con abbastanza disponibilità. Se dobbiamo restituirti dei soldi, tornano su Satispay.',
    ],
  },
  'fare-un-versamento': {
    question: 'Posso fare un versamento aggiuntivo?',
    keywords: 'contributo aggiuntivo vita risparmio previdenza versare quanto minimo massimo',
    parts: [
      'Sì, sulle polizze vita, risparmio e previdenza che lo prevedono: la pagina della polizza dice da quanto a quanto, e da lì cominci.',
      'Si conferma con il codice e si paga come una rata. Se la polizza non offre il versamento, chiedi alla tua agenzia.',
    ],
  },
  'regolazione-e-perfezionamento': {
    question: 'Che cosa sono la regolazione e il perfezionamento?',
    keywords: 'premio di regolazione conguaglio perfezionamento integrazione azienda fatturato',
    parts: [
      {
        points: [
          'La regolazione è il conguaglio di fine periodo: il premio si adegua a come è andata davvero, per esempio al fatturato o ai mezzi.',
          'Il perfezionamento completa il premio quando la polizza parte o cambia.',
        ],
      },
      'Alcuni si pagano qui, negli stessi giorni delle rate della polizza. Gli altri li paghi in agenzia: accanto all’importo c’è scritto.',
    ],
  },
  'che-cosa-c-e-in-pagamenti': {
    question: 'Che cosa trovo in Pagamenti?',
    keywords: 'elenco pagati da pagare anno csv excel calendario scaricare storico grafico',
    parts: [
      'Quello che c’è da pagare e quello che hai pagato, per tutte le tue polizze, anno per anno, con il totale.',
      'Puoi scaricare l’elenco in un file CSV, che si apre con un foglio di calcolo. Ogni scadenza si può aggiungere al calendario.',
    ],
  },
};
