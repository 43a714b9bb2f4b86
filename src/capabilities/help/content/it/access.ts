import type { Answers } from '../catalogue.ts';

export const access: Answers<'access'> = {
  'password-dimenticata': {
    question: 'Ho dimenticato la password. Come entro?',
    keywords: 'recuperare reimpostare cambiare credenziali dimenticate reset',
    parts: [
      {
        steps: [
          'Apri Credenziali dimenticate e scrivi il tuo nome utente: l’e-mail o il cellulare con cui accedi.',
          'Apri il link del messaggio: vale {RECOVERY_LINK_MINUTES_text}, in qualsiasi browser.',
          'Premi il pulsante e scegli la password nuova.',
        ],
      },
      'Gli altri accessi si chiudono e gli altri dispositivi vengono dimenticati: se qualcuno era entrato al posto tuo, esce.',
    ],
  },
  'nome-utente-dimenticato': {
    question: 'Non ricordo il nome utente.',
    keywords: 'username email cellulare quale credenziali dimenticate ritrova codice fiscale',
    parts: [
      'È l’e-mail o il cellulare che hai usato per registrarti. Se non sai quale, te lo mandiamo noi:',
      {
        steps: [
          'Apri Credenziali dimenticate, poi Ritrova il nome utente.',
          'Scrivi il codice fiscale o la partita IVA.',
          'Guarda nella posta e nel telefono: il messaggio arriva proprio al nome utente e lo riporta per intero.',
        ],
      },
      'Se hai più di un account, aggiungi il numero di polizza. Se quel recapito non lo leggi più, chiedi alla tua agenzia.',
    ],
  },
  'accesso-bloccato': {
    question: 'Perché l’accesso è bloccato?',
    keywords: 'troppi tentativi password sbagliata attesa sospeso un anno inattivo bloccato',
    parts: [
      'Dopo alcune password sbagliate facciamo aspettare un po’; dopo {SIGN_IN_LOCK_AFTER} l’accesso si ferma per {SIGN_IN_LOCK_MINUTES_text}. Lo facciamo per chiunque provi, così nessuno può tirare a indovinare.',
      'Il tuo dispositivo abituale si conta a parte: un estraneo che prova da un altro posto non ti chiude fuori.',
      'Un account che nessuno usa da più di {ACCOUNT_UNUSED_DAYS_text} si blocca da solo. In tutti e due i casi scegliere una nuova password riapre subito. Se invece l’ha bloccato l’Assistenza, per esempio perché l’hai chiesto tu, scrivi all’Assistenza.',
    ],
  },
  'codice-nuovo-dispositivo': {
    question: 'Perché mi chiede un codice anche se la password è giusta?',
    keywords: 'nuovo dispositivo sei cifre verifica browser cookie cancellati telefono computer',
    parts: [
      'Perché accedi da un dispositivo o da un browser che non conosciamo. Il codice di sei cifre va al recapito per le conferme. Se non ne hai ancora scelto uno, va al tuo nome utente.',
      'Poi quel dispositivo lo ricordiamo per {DEVICE_KNOWN_DAYS_text}: fino ad allora basta la password. Se cancelli i cookie o usi una finestra privata, te lo chiediamo di nuovo.',
      'Non ricevi più messaggi su quel recapito? Nella stessa pagina puoi farti mandare il codice al nome utente: avvisiamo anche l’altro recapito.',
    ],
  },
  'perche-mi-fa-uscire': {
    question: 'Perché mi avete fatto uscire?',
    keywords: 'sessione scaduta disconnesso timeout inattività logout perso dati modulo',
    parts: [
      'Dopo {SESSION_IDLE_MINUTES_text} senza usare il sito ti facciamo uscire, e in ogni caso dopo {SESSION_HOURS_text}. Così chi trova il tuo computer acceso non vede i tuoi dati.',
      'Se stavi compilando un modulo, accedi di nuovo dallo stesso browser: lo ritrovi con quello che avevi scritto. Password e codici non li conserviamo mai.',
    ],
  },
  'dispositivi-e-sessioni': {
    question: 'Come vedo da dove accedo, e come esco da tutti i dispositivi?',
    keywords: 'accessi e sicurezza sessioni attive dispositivi conosciuti dimentica esci ovunque',
    parts: [
      'In Profilo e documenti, Accessi e sicurezza, trovi gli accessi aperti con dispositivo e ora, e i dispositivi che ricordiamo.',
      'Lì puoi chiudere un accesso, dimenticare un dispositivo, o uscire da tutti i dispositivi in un colpo solo.',
    ],
  },
  'qualcuno-e-entrato': {
    question: 'Temo che qualcuno sia entrato al posto mio.',
    keywords: 'furto account hacker accesso sospetto sconosciuto rubata password truffa',
    parts: [
      {
        steps: [
          'In Accessi e sicurezza premi Esci da tutti i dispositivi.',
          'Recupera la password da Credenziali dimenticate e scegline una nuova, che non usi altrove.',
          'Scrivi all’Assistenza o chiama il {phone}: controlliamo insieme che cosa è successo.',
        ],
      },
      'Senza il codice che arriva sul tuo recapito nessuno può pagare o cambiare nulla a nome tuo.',
    ],
  },
};
