// What the simulated page says, in the language that the browser asks for.
type Words = {
  title: string;
  simulator: string;
  honest: string;
  to: string;
  order: string;
  openUntil: (time: string) => string;
  inTheApp: string;
  pay: (amount: string) => string;
  refuse: string;
  back: string;
  expire: string;
  noFunds: string;
  noFundsHint: string;
  behaviour: string;
  behaviourHint: string;
  notify: string;
  notifyOptions: Record<'once' | 'twice' | 'never', string>;
  notifyFirst: string;
  wrongToken: string;
  delay: string;
  delayHint: string;
  closed: Record<'paid' | 'pending' | 'cancelled' | 'expired', { title: string; text: string }>;
};

const it: Words = {
  title: 'Pagamento con Satispay',
  simulator: 'Simulatore di Satispay',
  honest: 'Questa pagina fa la parte dell’app sul telefono. Nessun conto viene toccato e nessun denaro si muove.',
  to: 'Paghi',
  order: 'Pagamento',
  openUntil: (time) => `Puoi confermare fino alle ${time}.`,
  inTheApp: 'Che cosa fai nell’app?',
  pay: (amount) => `Conferma ${amount}`,
  refuse: 'Rifiuta',
  back: 'Torna al sito senza decidere',
  expire: 'Lascia scadere',
  noFunds: 'La disponibilità non basta',
  noFundsHint: 'Non è stato addebitato nulla. Ricarica e conferma di nuovo, oppure rifiuta.',
  behaviour: 'Come si comporta Satispay',
  behaviourHint: 'Vale solo per questo pagamento.',
  notify: 'Avviso del cambiamento',
  notifyOptions: { once: 'Una volta', twice: 'Due volte', never: 'Mai' },
  notifyFirst: 'Arriva prima che tu torni al sito',
  wrongToken: 'Nomina un pagamento che non esiste',
  delay: 'Secondi prima dell’esito',
  delayHint: 'Fino ad allora il pagamento è in sospeso.',
  closed: {
    paid: { title: 'Hai confermato questo pagamento', text: 'Non serve altro.' },
    pending: { title: 'L’esito non è ancora noto', text: 'Il pagamento è in sospeso: non pagare di nuovo.' },
    cancelled: { title: 'Questo pagamento è stato annullato', text: 'Non è stato addebitato nulla.' },
    expired: { title: 'Il tempo per confermare è finito', text: 'Non è stato addebitato nulla.' },
  },
};

const en: Words = {
  title: 'Satispay payment',
  simulator: 'Satispay simulator',
  honest: 'This page plays the part of the app on the phone. No account is touched and no money moves.',
  to: 'You pay',
  order: 'Payment',
  openUntil: (time) => `You can confirm until ${time}.`,
  inTheApp: 'What do you do in the app?',
  pay: (amount) => `Confirm ${amount}`,
  refuse: 'Decline',
  back: 'Go back to the site without deciding',
  expire: 'Let it expire',
  noFunds: 'Not enough funds',
  noFundsHint: 'Nothing was charged. Top up and confirm again, or decline.',
  behaviour: 'How Satispay behaves',
  behaviourHint: 'For this payment only.',
  notify: 'Notice of the change',
  notifyOptions: { once: 'Once', twice: 'Twice', never: 'Never' },
  notifyFirst: 'Arrives before you are back on the site',
  wrongToken: 'Names a payment that does not exist',
  delay: 'Seconds until the outcome',
  delayHint: 'Until then the payment is pending.',
  closed: {
    paid: { title: 'You have confirmed this payment', text: 'Nothing else is needed.' },
    pending: { title: 'The outcome is not known yet', text: 'The payment is pending: do not pay again.' },
    cancelled: { title: 'This payment was cancelled', text: 'Nothing was charged.' },
    expired: { title: 'The time to confirm is over', text: 'Nothing was charged.' },
  },
};

const de: Words = {
  title: 'Zahlung mit Satispay',
  simulator: 'Satispay-Simulator',
  honest: 'Diese Seite steht für die App auf dem Telefon. Es wird kein Konto belastet und kein Geld bewegt.',
  to: 'Sie zahlen',
  order: 'Zahlung',
  openUntil: (time) => `Sie können bis ${time} Uhr bestätigen.`,
  inTheApp: 'Was tun Sie in der App?',
  pay: (amount) => `${amount} bestätigen`,
  refuse: 'Ablehnen',
  back: 'Ohne Entscheidung zur Website zurück',
  expire: 'Verfallen lassen',
  noFunds: 'Das Guthaben reicht nicht',
  noFundsHint: 'Es wurde nichts abgebucht. Laden Sie auf und bestätigen Sie noch einmal, oder lehnen Sie ab.',
  behaviour: 'Wie sich Satispay verhält',
  behaviourHint: 'Nur für diese Zahlung.',
  notify: 'Mitteilung der Änderung',
  notifyOptions: { once: 'Einmal', twice: 'Zweimal', never: 'Nie' },
  notifyFirst: 'Kommt an, bevor Sie wieder auf der Website sind',
  wrongToken: 'Nennt eine Zahlung, die es nicht gibt',
  delay: 'Sekunden bis zum Ergebnis',
  delayHint: 'Bis dahin ist die Zahlung offen.',
  closed: {
    paid: { title: 'Sie haben diese Zahlung bestätigt', text: 'Mehr ist nicht nötig.' },
    pending: {
      title: 'Das Ergebnis steht noch nicht fest',
      text: 'Die Zahlung ist offen: Zahlen Sie nicht noch einmal.',
    },
    cancelled: { title: 'Diese Zahlung wurde abgebrochen', text: 'Es wurde nichts abgebucht.' },
    expired: { title: 'Die Zeit zum Bestätigen ist abgelaufen', text: 'Es wurde nichts abgebucht.' },
  },
};

export const words = { it, en, de };
export type Language = keyof typeof words;

/** The first of ours that the browser names; the provider is Italian, so otherwise Italian. */
export const languageOf = (accepted: string | undefined): Language =>
  (accepted ?? '')
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase())
    .find((one): one is Language => one in words) ?? 'it';
