// What stands in every address, query and form of the portal: the table by which the walk swaps ids. A route, action, query
// parameter or field that is not here makes the walk fail and say so.

/** A thing of somebody that an address or a field can name. */
export type IdKind =
  | 'policy'
  | 'payable'
  | 'contact'
  | 'operation'
  | 'document'
  | 'request'
  | 'session'
  | 'device'
  /** An address of ours that holds one of them: `?torna=/esito/…`. */
  | 'address';

/** An id of somebody, or a text that belongs to nobody: the same for everybody. */
export type Slot = { id: IdKind } | { text: string };
const id = (kind: IdKind): Slot => ({ id: kind });
const text = (value: string): Slot => ({ text: value });

export type Cover = {
  params?: Record<string, Slot>;
  query?: Record<string, Slot>;
  /** The fields of each form action. */
  actions?: Record<string, Record<string, Slot>>;
  /** The fields that an endpoint takes by POST. */
  post?: Record<string, Slot>;
};

const operation = { operazione: id('operation') };
const request = { richiesta: id('request') };
const thread = { scrivi: { testo: text('Una riga.') }, chiudi: {} };
const username = text('nessuno@posta.example');
const code = text('000000');
const password = text('quattro parole messe insieme');

export const cover: Record<string, Cover> = {
  '/(cliente)': {},
  '/(cliente)/conferma/[operazione]': { params: operation, actions: { conferma: { code }, nuovo: {} } },
  '/(cliente)/conferma/[operazione]/non-arriva': { params: operation },
  '/(cliente)/documenti': { query: { anno: text('2026'), tipo: text('receipt'), motivo: text('documents.not_found') } },
  '/(cliente)/documenti/[documento]': { params: { documento: id('document') } },
  '/(cliente)/esito/[operazione]': {
    params: operation,
    query: { vai: text(''), segui: text('1') },
    actions: { rinuncia: {} },
  },
  '/(cliente)/esito/[operazione]/stato': { params: operation },
  '/(cliente)/pagamenti': {
    query: {
      anno: text('2026'),
      ramo: text('motor'),
      polizza: id('policy'),
      scadenze: text('2'),
      pagina: text('2'),
      motivo: text('payments.not_found'),
    },
  },
  '/(cliente)/pagamenti/[rata]/scadenza.ics': { params: { rata: id('payable') } },
  '/(cliente)/pagamenti/esporta.csv': { query: { polizza: id('policy'), sep: text(',') } },
  '/(cliente)/polizze': {},
  '/(cliente)/polizze/perche-non-vedo': {},
  '/(cliente)/polizze/[polizza]': { params: { polizza: id('policy') } },
  '/(cliente)/polizze/[polizza]/versamento': {
    params: { polizza: id('policy') },
    query: { importo: text('250.00'), cambia: text('') },
    actions: { versa: { importo: text('250.00'), metodo: text('card') } },
  },
  '/(cliente)/polizze/[polizza]/paga/[rata]': {
    params: { polizza: id('policy'), rata: id('payable') },
    actions: { paga: { metodo: text('card') } },
  },
  '/(cliente)/profilo': {},
  '/(cliente)/profilo/accessi': {
    actions: { chiudi: { accesso: id('session') }, dimentica: { dispositivo: id('device') }, ovunque: {} },
  },
  '/(cliente)/profilo/dati-account': {},
  '/(cliente)/profilo/recapiti': { query: { scelto: text('') }, actions: { chiedi: {} } },
  '/(cliente)/profilo/recapiti/[recapito]': { params: { recapito: id('contact') } },
  '/(cliente)/profilo/recapiti/scegli': {
    query: { recapito: id('contact'), torna: id('address') },
    // `torna` is kept with the customer's own operation; where it may lead is in redirects.test.ts.
    actions: { scegli: { recapito: id('contact'), torna: text('') } },
  },
  '/(cliente)/richieste': {},
  '/(cliente)/richieste/agenzia': {
    query: { polizza: id('policy'), da: text('home') },
    actions: { invia: { argomento: text('other'), testo: text('Una riga.'), polizza: id('policy') } },
  },
  '/(cliente)/richieste/[richiesta]': { params: request, actions: thread },
  '/(pubblico)/accesso': {
    query: { torna: id('address'), finita: text('') },
    actions: { default: { username, password } },
  },
  '/(pubblico)/accesso/codice': { actions: { accedi: { codice: code }, nuovo: {}, altrove: {} } },
  '/(pubblico)/agenzie': { query: { luogo: text('Firenze'), pagina: text('2') } },
  '/(pubblico)/agenzie/[agenzia]': { params: { agenzia: text('nessuna') } },
  '/(pubblico)/aiuto': { query: { cerca: text('codice'), area: text('payments') } },
  '/(pubblico)/aiuto/[voce]': {
    params: { voce: text('nessuna') },
    query: { grazie: text('si') },
    actions: { utile: { utile: text('si') }, parole: { parole: text('Manca un esempio.') } },
  },
  '/(pubblico)/aiuto/perche/[motivo]': {
    params: { motivo: text('codes-limit') },
    query: { grazie: text('no') },
    actions: { utile: { utile: text('no') }, parole: { parole: text('Manca un esempio.') } },
  },
  '/(pubblico)/app': {},
  '/(pubblico)/aspetto': { post: { aspetto: text('dark'), torna: id('address') } },
  '/(pubblico)/assistenza': {
    query: { da: text('codes.limit') },
    actions: {
      invia: {
        argomento: text('other'),
        testo: text('Una domanda.'),
        recapito: text('nessuno@posta.example'),
        da: text('codes.limit'),
      },
    },
  },
  '/(pubblico)/assistenza/[richiesta]': {
    params: request,
    actions: { ...thread, verifica: { codice: code }, reinvia: {}, senza: {} },
  },
  '/(pubblico)/esci': { actions: { default: {} } },
  '/(pubblico)/guide': {},
  '/(pubblico)/guide/[guida]': { params: { guida: text('pagare') } },
  '/(pubblico)/marca/[file]': { params: { file: text('stile.css') }, query: { v: text('0') } },
  '/(pubblico)/banche-mybank': { query: { banca: text('Valdombra'), torna: id('address') } },
  '/(pubblico)/menu': {},
  '/(pubblico)/metodi-di-pagamento': {},
  '/(pubblico)/recupera': { actions: { default: { username } } },
  '/(pubblico)/recupera/nome-utente': {
    actions: { default: { codiceFiscale: text('BNCGLI88C54D612C'), polizza: text('0') } },
  },
  '/(pubblico)/recupera/nome-utente/inviato': { actions: { ancora: {} } },
  '/(pubblico)/recupera/inviato': { actions: { ancora: {} } },
  '/(pubblico)/recupera/link': { actions: { default: { password } } },
  '/(pubblico)/recupera/link/[token]': { params: { token: text('nessuno') } },
  '/(pubblico)/registrati': { actions: { default: { username, confermato: username } } },
  '/(pubblico)/registrati/codice': { actions: { continua: { codice: text('0000') }, ancora: {} } },
  '/(pubblico)/registrati/dati': { actions: { default: { codiceFiscale: text('LNEMRT95B57D612H') } } },
  '/(pubblico)/registrati/link': { actions: { default: {} } },
  '/(pubblico)/registrati/link/[token]': { params: { token: text('nessuno') } },
  '/(pubblico)/registrati/password': { actions: { default: { password } } },
  '/(pubblico)/stato': {},
  '/(pubblico)/ritorno/[operazione]': { params: operation, query: { annullato: text('') } },
};

/** Queries of every page: `ripreso` shows a kept form, if it is one's own. */
export const everywhere = ['ripreso'] as const;

/** Fields that every page's foot has, beside those of its own forms. */
export const footFields = ['aspetto', 'torna'] as const;
