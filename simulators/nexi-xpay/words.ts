// What the simulated payment page says, in the three languages the gateway is asked for.
import type { Service } from './orders.ts';

type Outcomes = Record<'paid' | 'refused' | 'failed-authentication' | 'pending', { name: string; hint: string }>;

/** What is the same whatever one pays with. */
type Shared = {
  simulator: string;
  pay: (amount: string) => string;
  to: string;
  order: string;
  openUntil: (time: string) => string;
  cancel: string;
  whichBank: string;
  behaviour: string;
  behaviourHint: string;
  notify: string;
  notifyOptions: Record<'once' | 'twice' | 'never', string>;
  notifyFirst: string;
  wrongToken: string;
  delay: string;
  delayHint: string;
  closed: Record<'paid' | 'pending' | 'cancelled' | 'expired', { title: string; text: string }>;
  back: string;
};
type Own = {
  title: string;
  honest: string;
  whichOutcome: string;
  outcomes: Outcomes;
  refused: string;
  refusedHint: string;
};

const it: Shared = {
  simulator: 'Simulatore di Nexi XPay',
  pay: (amount) => `Paga ${amount}`,
  to: 'Paghi',
  order: 'Ordine',
  openUntil: (time) => `Puoi pagare qui fino alle ${time}.`,
  cancel: 'Torna indietro senza pagare',
  behaviour: 'Come si comporta il gateway',
  behaviourHint: 'Vale solo per questo ordine.',
  notify: 'Notifica dell’esito',
  notifyOptions: { once: 'Una volta', twice: 'Due volte', never: 'Mai' },
  notifyFirst: 'Arriva prima che tu torni al sito',
  wrongToken: 'Porta un token sbagliato',
  delay: 'Secondi prima dell’esito',
  delayHint: 'Fino ad allora il pagamento è in sospeso.',
  closed: {
    paid: { title: 'Hai già pagato questo ordine', text: 'Non serve altro.' },
    pending: { title: 'L’esito non è ancora noto', text: 'Il pagamento è in sospeso: non pagare di nuovo.' },
    cancelled: { title: 'Hai rinunciato a questo pagamento', text: 'Non è stato addebitato nulla.' },
    expired: { title: 'Il tempo per pagare qui è finito', text: 'Non è stato addebitato nulla.' },
  },
  back: 'Torna al sito',
  whichBank: 'Qual è la tua banca?',
};
const itOwn: Record<Service, Own> = {
  CARDS: {
    title: 'Pagamento con carta',
    honest: 'Questa pagina imita quella del gateway. Nessuna carta viene letta e nessun denaro si muove.',
    whichOutcome: 'Con quale carta di prova?',
    outcomes: {
      paid: { name: 'Carta che finisce con 4242', hint: 'Il pagamento riesce.' },
      refused: { name: 'Carta che finisce con 0002', hint: 'La banca la rifiuta. Poi puoi riprovare con un’altra.' },
      'failed-authentication': {
        name: 'Carta che finisce con 3220',
        hint: 'La conferma nell’app della banca fallisce.',
      },
      pending: { name: 'Carta che finisce con 3155', hint: 'L’esito resta in sospeso.' },
    },
    refused: 'La carta è stata rifiutata',
    refusedHint: 'Non è stato addebitato nulla. Scegli un’altra carta, oppure torna indietro.',
  },
  MYBANK: {
    title: 'Pagamento con MyBank',
    honest: 'Questa pagina imita quelle del gateway e della banca. Nessun conto viene letto e nessun denaro si muove.',
    whichOutcome: 'Che cosa fa la banca?',
    outcomes: {
      paid: { name: 'Autorizzo il bonifico', hint: 'Il pagamento riesce.' },
      refused: { name: 'Non autorizzo', hint: 'La banca rifiuta il bonifico. Poi puoi riprovare.' },
      'failed-authentication': { name: 'La banca non risponde in tempo', hint: 'Il bonifico non parte.' },
      pending: { name: 'La banca ci pensa', hint: 'L’esito resta in sospeso.' },
    },
    refused: 'Il bonifico non è partito',
    refusedHint: 'Non è stato addebitato nulla. Riprova, anche con un’altra banca, oppure torna indietro.',
  },
};

const en: Shared = {
  simulator: 'Nexi XPay simulator',
  pay: (amount) => `Pay ${amount}`,
  to: 'You pay',
  order: 'Order',
  openUntil: (time) => `You can pay here until ${time}.`,
  cancel: 'Go back without paying',
  behaviour: 'How the gateway behaves',
  behaviourHint: 'For this order only.',
  notify: 'Notice of the outcome',
  notifyOptions: { once: 'Once', twice: 'Twice', never: 'Never' },
  notifyFirst: 'Arrives before you are back on the site',
  wrongToken: 'Carries a wrong token',
  delay: 'Seconds until the outcome',
  delayHint: 'Until then the payment is pending.',
  closed: {
    paid: { title: 'You have already paid this order', text: 'Nothing else is needed.' },
    pending: { title: 'The outcome is not known yet', text: 'The payment is pending: do not pay again.' },
    cancelled: { title: 'You gave this payment up', text: 'Nothing was charged.' },
    expired: { title: 'The time to pay here is over', text: 'Nothing was charged.' },
  },
  back: 'Back to the site',
  whichBank: 'Which is your bank?',
};
const enOwn: Record<Service, Own> = {
  CARDS: {
    title: 'Card payment',
    honest: 'This page imitates the gateway’s. No card is read and no money moves.',
    whichOutcome: 'Which test card?',
    outcomes: {
      paid: { name: 'Card ending in 4242', hint: 'The payment succeeds.' },
      refused: { name: 'Card ending in 0002', hint: 'The bank refuses it. Then you can try another one.' },
      'failed-authentication': { name: 'Card ending in 3220', hint: 'Confirming in the bank’s app fails.' },
      pending: { name: 'Card ending in 3155', hint: 'The outcome stays pending.' },
    },
    refused: 'The card was refused',
    refusedHint: 'Nothing was charged. Choose another card, or go back.',
  },
  MYBANK: {
    title: 'MyBank payment',
    honest: 'This page imitates the gateway’s and the bank’s. No account is read and no money moves.',
    whichOutcome: 'What does the bank do?',
    outcomes: {
      paid: { name: 'I authorise the transfer', hint: 'The payment succeeds.' },
      refused: { name: 'I do not authorise it', hint: 'The bank refuses the transfer. Then you can try again.' },
      'failed-authentication': { name: 'The bank does not answer in time', hint: 'The transfer is not made.' },
      pending: { name: 'The bank takes its time', hint: 'The outcome stays pending.' },
    },
    refused: 'The transfer was not made',
    refusedHint: 'Nothing was charged. Try again, with another bank if you like, or go back.',
  },
};

const de: Shared = {
  simulator: 'Nexi-XPay-Simulator',
  pay: (amount) => `${amount} zahlen`,
  to: 'Sie zahlen',
  order: 'Bestellung',
  openUntil: (time) => `Sie können hier bis ${time} Uhr zahlen.`,
  cancel: 'Zurück, ohne zu zahlen',
  behaviour: 'Wie sich das Gateway verhält',
  behaviourHint: 'Nur für diese Bestellung.',
  notify: 'Mitteilung des Ergebnisses',
  notifyOptions: { once: 'Einmal', twice: 'Zweimal', never: 'Nie' },
  notifyFirst: 'Kommt an, bevor Sie wieder auf der Website sind',
  wrongToken: 'Trägt ein falsches Token',
  delay: 'Sekunden bis zum Ergebnis',
  delayHint: 'Bis dahin ist die Zahlung offen.',
  closed: {
    paid: { title: 'Diese Bestellung ist schon bezahlt', text: 'Mehr ist nicht nötig.' },
    pending: {
      title: 'Das Ergebnis steht noch nicht fest',
      text: 'Die Zahlung ist offen: Zahlen Sie nicht noch einmal.',
    },
    cancelled: { title: 'Sie haben diese Zahlung abgebrochen', text: 'Es wurde nichts abgebucht.' },
    expired: { title: 'Die Zeit zum Zahlen ist hier abgelaufen', text: 'Es wurde nichts abgebucht.' },
  },
  back: 'Zurück zur Website',
  whichBank: 'Welches ist Ihre Bank?',
};
const deOwn: Record<Service, Own> = {
  CARDS: {
    title: 'Kartenzahlung',
    honest: 'Diese Seite ahmt die des Gateways nach. Es wird keine Karte gelesen und kein Geld bewegt.',
    whichOutcome: 'Mit welcher Testkarte?',
    outcomes: {
      paid: { name: 'Karte, endet auf 4242', hint: 'Die Zahlung gelingt.' },
      refused: { name: 'Karte, endet auf 0002', hint: 'Die Bank lehnt sie ab. Danach ist eine andere möglich.' },
      'failed-authentication': {
        name: 'Karte, endet auf 3220',
        hint: 'Die Bestätigung in der App der Bank schlägt fehl.',
      },
      pending: { name: 'Karte, endet auf 3155', hint: 'Das Ergebnis bleibt offen.' },
    },
    refused: 'Die Karte wurde abgelehnt',
    refusedHint: 'Es wurde nichts abgebucht. Wählen Sie eine andere Karte oder gehen Sie zurück.',
  },
  MYBANK: {
    title: 'Zahlung mit MyBank',
    honest: 'Diese Seite ahmt die des Gateways und der Bank nach. Es wird kein Konto gelesen und kein Geld bewegt.',
    whichOutcome: 'Was tut die Bank?',
    outcomes: {
      paid: { name: 'Ich gebe die Überweisung frei', hint: 'Die Zahlung gelingt.' },
      refused: { name: 'Ich gebe sie nicht frei', hint: 'Die Bank lehnt ab. Danach ist ein neuer Versuch möglich.' },
      'failed-authentication': {
        name: 'Die Bank antwortet nicht rechtzeitig',
        hint: 'Die Überweisung wird nicht ausgeführt.',
      },
      pending: { name: 'Die Bank braucht Zeit', hint: 'Das Ergebnis bleibt offen.' },
    },
    refused: 'Die Überweisung wurde nicht ausgeführt',
    refusedHint:
      'Es wurde nichts abgebucht. Versuchen Sie es erneut, auch mit einer anderen Bank, oder gehen Sie zurück.',
  },
};

export const languageOf = (asked: string): 'it' | 'en' | 'de' =>
  asked === 'ita' ? 'it' : asked === 'deu' || asked === 'ger' ? 'de' : 'en';

/** The words of a language, for what is paid with. */
const of = (shared: Shared, own: Record<Service, Own>) => ({
  CARDS: { ...shared, ...own.CARDS },
  MYBANK: { ...shared, ...own.MYBANK },
});
export const words = { it: of(it, itOwn), en: of(en, enOwn), de: of(de, deOwn) };
