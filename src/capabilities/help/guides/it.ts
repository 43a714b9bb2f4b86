import type { Guides } from './catalogue.ts';

export const it: Guides = {
  guides: {
    registrarsi: {
      title: 'Registrarsi',
      about: 'Dal tuo recapito alla Home in un paio di minuti.',
      needs: [
        'L’e-mail o il cellulare che hai lasciato all’agenzia.',
        'Il tuo codice fiscale.',
        'Due minuti: se ti fermi a metà, ricominci quando vuoi.',
      ],
      steps: {
        apri: {
          title: 'Scrivi il tuo recapito',
          text: 'Apri Registrati e scrivi l’e-mail o il cellulare che la tua agenzia ha già. Diventa il nome utente con cui accedi. Poi premi Continua.',
        },
        messaggio: {
          title: 'Scrivi il codice che ricevi',
          text: 'Ti mandiamo un codice di quattro cifre, valido {REGISTRATION_CODE_MINUTES_text}, e un link, valido {REGISTRATION_LINK_HOURS_text}. Scrivi il codice qui, oppure apri il link: basta uno dei due.',
        },
        dati: {
          title: 'Di’ chi sei',
          text: 'Quattro cifre sono poche: con il tuo codice fiscale siamo certi che sei tu. Se hai aperto il link, lo chiediamo solo quando il recapito è di più persone.',
        },
        password: {
          title: 'Scegli la password',
          text: 'Almeno {PASSWORD_MIN} caratteri. Una frase di quattro o cinque parole va benissimo, spazi compresi. Poi premi Registrati.',
        },
        fatto: {
          title: 'Sei dentro',
          text: 'Nella Home trovi le cose da fare. La prima è di solito Scegli recapito: serve per confermare i pagamenti con un codice.',
        },
      },
    },
    'registrare-un-azienda': {
      title: 'Registrare un’azienda',
      about: 'Per società: con la partita IVA e il recapito dell’azienda.',
      needs: [
        'L’e-mail o il cellulare che l’agenzia ha per l’azienda, non per te come persona.',
        'La partita IVA che sta sulla polizza.',
      ],
      steps: {
        prima: {
          title: 'Controlla il recapito dell’azienda',
          text: 'L’azienda ha un account suo, diverso dal tuo. Se la stessa e-mail serve già al tuo account personale, chiedi all’agenzia di aggiungerne un’altra all’azienda.',
        },
        apri: {
          title: 'Chiedi il messaggio e scrivi il codice',
          text: 'Apri Registrati, scrivi il recapito dell’azienda e poi il codice di quattro cifre che arriva lì. Vale {REGISTRATION_CODE_MINUTES_text}.',
        },
        dati: {
          title: 'Scrivi la partita IVA',
          text: 'Undici cifre, quelle della polizza. Se il recapito è sia tuo sia dell’azienda, è la partita IVA a dire quale delle due si registra.',
        },
        password: {
          title: 'Scegli la password',
          text: 'Almeno {PASSWORD_MIN} caratteri. Chi la conosce entra nell’account dell’azienda: non mandarla per e-mail.',
        },
        fatto: {
          title: 'Vedi le polizze dell’azienda',
          text: 'Mezzi, sedi e coperture sono in Polizze; le scadenze da pagare nella Home.',
        },
      },
    },
    'ditte-e-professionisti': {
      title: 'Ditte individuali e professionisti',
      about: 'Una persona con partita IVA: che cosa scrivere e che cosa si vede.',
      needs: [
        'L’e-mail o il cellulare che hai lasciato all’agenzia.',
        'Il tuo codice fiscale o la partita IVA, come sono sulla polizza.',
      ],
      steps: {
        prima: {
          title: 'Guarda a chi è intestata la polizza',
          text: 'Una polizza può essere intestata a te come persona o alla tua attività. Se un recapito vale per tutte e due, quello che scrivi al terzo passo decide quale si registra; per l’altra serve un recapito diverso.',
        },
        apri: {
          title: 'Chiedi il messaggio e scrivi il codice',
          text: 'Apri Registrati, scrivi il tuo recapito e poi il codice di quattro cifre che arriva lì. Vale {REGISTRATION_CODE_MINUTES_text}.',
        },
        dati: {
          title: 'Scrivi la partita IVA, o il codice fiscale',
          text: 'Per le polizze dell’attività la partita IVA; per quelle personali il codice fiscale. Vanno bene maiuscole, minuscole e spazi.',
        },
        password: {
          title: 'Scegli la password',
          text: 'Almeno {PASSWORD_MIN} caratteri; una frase va benissimo.',
        },
        fatto: {
          title: 'Controlla che ci sia tutto',
          text: 'Se manca una polizza, forse è intestata all’altra partita IVA o al codice fiscale: la tua agenzia lo vede subito.',
        },
      },
    },
    accedere: {
      title: 'Accedere',
      about: 'Nome utente, password e, da un dispositivo nuovo, un codice.',
      needs: [
        'Il nome utente: l’e-mail o il cellulare che hai usato per registrarti.',
        'La password.',
        'Da un dispositivo nuovo, il telefono o la posta dove arriva il codice.',
      ],
      steps: {
        apri: {
          title: 'Scrivi nome utente e password',
          text: 'Puoi incollare la password o farla scrivere al programma che la conserva. Con il pulsante accanto la vedi mentre la scrivi.',
        },
        codice: {
          title: 'Da un dispositivo nuovo, scrivi il codice',
          text: 'Sei cifre, mandate al recapito per le conferme o al nome utente. Poi ricordiamo il dispositivo per {DEVICE_KNOWN_DAYS_text}. Su un computer non tuo usa una finestra privata.',
        },
        dimenticata: {
          title: 'Se non ricordi la password',
          text: 'Apri Credenziali dimenticate e scrivi il nome utente: arriva un link, valido {RECOVERY_LINK_MINUTES_text}, per sceglierne una nuova.',
        },
        esci: {
          title: 'Quando hai finito, esci',
          text: 'Esci è in fondo al menu. Se te ne dimentichi, dopo {SESSION_IDLE_MINUTES_text} senza usare il sito ti facciamo uscire noi.',
        },
      },
    },
    confermare: {
      title: 'Confermare con il codice',
      about: 'Scegliere il recapito che riceve i codici, e usarli.',
      needs: [
        'Un account, e un secondo recapito registrato dall’agenzia: un’e-mail o un cellulare diverso dal nome utente.',
      ],
      steps: {
        scegli: {
          title: 'Scegli il recapito',
          text: 'Dalla Home apri Scegli recapito. Vedi quelli che si possono usare; accanto agli altri c’è il perché.',
        },
        prova: {
          title: 'Prova che il codice arriva',
          text: 'Mandiamo subito un codice proprio lì. Scrivilo, e da quel momento le conferme vanno a quel recapito.',
        },
        messaggio: {
          title: 'Leggi che cosa stai confermando',
          text: 'Ogni messaggio con un codice dice l’operazione: quanto, a chi, per quale polizza. Se non è quello che volevi, non scrivere il codice e avvisaci.',
        },
        codice: {
          title: 'Scrivi le sei cifre',
          text: 'Il codice vale {CONFIRMATION_CODE_MINUTES_text}, e solo per quell’operazione. Le due lettere di riferimento sono le stesse nel messaggio e nella pagina. Hai {CODE_TRIES_MAX} tentativi.',
        },
        niente: {
          title: 'Se non arriva',
          text: 'Aspetta un minuto, guarda nella posta indesiderata, poi chiedi un nuovo codice: da lì vale solo quello. Se ancora non arriva, Non ricevo il codice ti porta a chi può aiutarti.',
        },
      },
    },
    pagare: {
      title: 'Pagare una rata',
      about: 'Dalla scadenza alla ricevuta, un passo alla volta.',
      needs: [
        'Un account con il recapito per le conferme già scelto.',
        'Quello con cui paghi: la carta, l’accesso alla tua banca o l’app Satispay, secondo il metodo.',
      ],
      steps: {
        trova: {
          title: 'Trova la rata',
          text: 'Nella Home, o nella pagina della polizza. Ogni rata dice da quando e fino a quando si paga qui.',
        },
        controlla: {
          title: 'Controlla e scegli come pagare',
          text: 'Vedi l’importo, a chi va e per quale periodo. Accanto ai metodi che non si possono usare per quell’importo c’è il perché. Non ci sono commissioni.',
        },
        codice: {
          title: 'Conferma con il codice',
          text: 'Il messaggio ripete l’importo e la polizza. Se sono giusti, scrivi le sei cifre.',
        },
        carta: {
          title: 'Con la carta: vai alla pagina di pagamento',
          text: 'I dati della carta si scrivono lì, mai qui. La banca può chiederti un’altra conferma nella sua app. Hai {PAYMENT_CARD_OPEN_MINUTES_text}, poi il pagamento si chiude da solo.',
        },
        mybank: {
          title: 'Con MyBank: scegli la tua banca',
          text: 'Invece della carta scegli la banca e autorizzi un bonifico nel suo sito o nella sua app. L’importo e il destinatario sono già scritti. Hai {PAYMENT_MYBANK_OPEN_MINUTES_text}.',
        },
        satispay: {
          title: 'Con Satispay: approva nell’app',
          text: 'Dalla pagina di Satispay passi all’app: controlla l’importo e approva lì. Hai {PAYMENT_SATISPAY_OPEN_MINUTES_text}.',
        },
        esito: {
          title: 'Torna qui: esito e ricevuta',
          text: 'La pagina dice se è andata bene e dà la ricevuta in PDF, che resta in Documenti. Se l’esito non c’è ancora, non rifare il pagamento: lo seguiamo noi e ti scriviamo.',
        },
      },
    },
  },
  pictures: {
    registrati: 'La pagina Registrati su un telefono: un campo con un’e-mail e il pulsante Continua.',
    'registrati-codice':
      'La pagina Controlla i messaggi: il campo per il codice di quattro cifre e il pulsante Continua.',
    'registrati-dati': 'La pagina che chiede il codice fiscale o la partita IVA, con un codice fiscale scritto.',
    'registrati-password': 'La pagina Scegli la password, con il pulsante per mostrarla e il pulsante Registrati.',
    'prima-home': 'La Home subito dopo la registrazione: il saluto e le cose da fare.',
    'azienda-dati': 'La stessa pagina con una partita IVA di undici cifre.',
    'azienda-home': 'La Home di un’azienda, con il suo nome nel saluto.',
    'ditta-dati': 'La pagina che chiede il codice fiscale o la partita IVA, con la partita IVA di un’attività.',
    'ditta-home': 'La Home di una ditta individuale.',
    accesso: 'La pagina Accedi: nome utente, password e sotto Credenziali dimenticate.',
    'accesso-codice': 'La pagina Inserisci il codice: il recapito in parte nascosto, il campo di sei cifre, Accedi.',
    recupera: 'La pagina Scegli una nuova password: un campo per il nome utente e il pulsante Manda il link.',
    'scegli-recapito':
      'La pagina Scegli recapito: un cellulare da scegliere e, sotto, i recapiti che non si possono usare.',
    'scegli-codice': 'La pagina del codice che prova il recapito, con il recapito in parte nascosto.',
    conferma: 'La pagina Inserisci il codice per un pagamento: l’importo, il riferimento di due lettere, il campo.',
    'non-arriva': 'La pagina Non ricevo il codice: i consigli uno sotto l’altro.',
    polizza: 'La pagina di una polizza Auto: l’importo della rata, la scadenza e il pulsante per pagare.',
    paga: 'La pagina Controlla e scegli come pagare: i metodi uno sotto l’altro e il pulsante che manda il codice.',
    vai: 'La pagina Manca solo il pagamento, con il pulsante Vai alla pagina di pagamento.',
    esito: 'La pagina Pagamento riuscito: l’importo pagato e il pulsante per la ricevuta.',
  },
};
