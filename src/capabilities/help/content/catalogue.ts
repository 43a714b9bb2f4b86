// The table of contents of the help centre: which questions exist, in which area, and the way on after each (HLP-1).
// The texts lie beside it, one file per area and language; a question without words in a language does not compile.

import type { Method } from '#capabilities/payments/index.ts';

/** Areas in the order in which people meet them. */
export const areas = [
  'registration',
  'access',
  'messages',
  'confirmation',
  'payments',
  'policies',
  'contacts',
  'documents',
  'requests',
] as const;
export type Area = (typeof areas)[number];

/** Where an answer leads on to; the words are `help.way_…`, and what needs a customer is not shown to a visitor. */
export type WayName =
  | 'register'
  | 'sign_in'
  | 'recover'
  | 'home'
  | 'policies'
  | 'documents'
  | 'contacts'
  | 'choose_contact'
  | 'devices'
  | 'requests'
  | 'agencies'
  | 'app'
  | 'state'
  | 'methods'
  | 'payments'
  | 'find_username'
  | 'missing_policy'
  | 'ask_agency'
  | 'support';

/** Questions by area, by the name that stands in their address; the two first of an area are shown on its pages. */
export const catalogue = {
  registration: {
    'come-registrarsi': 'register',
    'codice-o-link': 'register',
    'chi-puo-registrarsi': 'register',
    'quale-nome-utente': 'agencies',
    'codice-fiscale-chiesto': 'register',
    'recapito-gia-in-uso': 'support',
    'ricominciare-la-registrazione': 'register',
    'scegliere-la-password': 'register',
  },
  access: {
    'password-dimenticata': 'recover',
    'nome-utente-dimenticato': 'find_username',
    'accesso-bloccato': 'recover',
    'codice-nuovo-dispositivo': 'devices',
    'perche-mi-fa-uscire': 'sign_in',
    'dispositivi-e-sessioni': 'devices',
    'qualcuno-e-entrato': 'devices',
  },
  messages: {
    'il-codice-non-arriva': 'support',
    'piu-codici-quale-vale': 'support',
    'messaggio-non-chiesto': 'support',
    'messaggio-vero-o-truffa': 'support',
  },
  confirmation: {
    'perche-un-codice': 'choose_contact',
    'scegliere-il-recapito': 'choose_contact',
    'recapito-non-adatto': 'choose_contact',
    'codice-sbagliato': 'support',
    'codice-scaduto': 'home',
    'cambiato-prima-della-conferma': 'home',
    'cellulare-cambiato': 'agencies',
  },
  payments: {
    'quando-si-paga': 'policies',
    'pagamento-in-attesa': 'home',
    'come-pagare': 'policies',
    'importi-e-metodi': 'policies',
    'che-cos-e-mybank': 'methods',
    'che-cos-e-satispay': 'methods',
    'fare-un-versamento': 'policies',
    'che-cosa-c-e-in-pagamenti': 'payments',
    'regolazione-e-perfezionamento': 'policies',
    'pagamento-rifiutato': 'policies',
    'pagato-due-volte': 'support',
    'pagata-in-agenzia': 'agencies',
    'dov-e-la-ricevuta': 'documents',
    'auto-pagata-in-ritardo': 'policies',
    'fattura-del-dispositivo': 'agencies',
  },
  policies: {
    'non-vedo-una-polizza': 'missing_policy',
    'che-cosa-vede-l-assicurato': 'policies',
    'dati-non-aggiornati': 'agencies',
    'numero-polizza-e-codice-cliente': 'policies',
  },
  contacts: {
    'a-che-cosa-servono-i-recapiti': 'contacts',
    'cambiare-un-recapito': 'agencies',
    'dove-mi-scrivete': 'contacts',
  },
  documents: {
    'dove-sono-i-documenti': 'documents',
    'documenti-solo-digitali': 'agencies',
    'aprire-un-pdf': 'documents',
  },
  requests: {
    'come-scrivere-all-assistenza': 'support',
    'chiedere-all-agenzia': 'ask_agency',
    'trovare-un-agenzia': 'agencies',
    'che-cosa-funziona': 'state',
    'avere-l-app': 'app',
    'seguire-una-richiesta': 'requests',
    'contatto-non-verificato': 'support',
  },
} as const satisfies Record<Area, Record<string, WayName>>;

/** Questions about a way to pay that this portal may not offer. */
export const only: Partial<Record<Question, Method>> = {
  'che-cos-e-mybank': 'mybank',
  'che-cos-e-satispay': 'satispay',
};

type Catalogue = typeof catalogue;
/** The questions of one area. */
export type QuestionOf<A extends Area> = keyof Catalogue[A] & string;
/** Every question, by the name in its address. */
export type Question = { [A in Area]: QuestionOf<A> }[Area];

/** A paragraph, steps to take one after the other, or points in no order. `{…}` are numbers and names, as ICU messages (values.ts). */
export type Part = string | { steps: readonly string[] } | { points: readonly string[] };
export type Answer = {
  question: string;
  /** Other words people search by: what they call it, what they see. Never shown. */
  keywords: string;
  parts: readonly Part[];
};
export type Answers<A extends Area> = Record<QuestionOf<A>, Answer>;
