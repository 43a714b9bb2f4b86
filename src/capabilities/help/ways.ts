// Where an answer leads on to. Nobody is left at the end of a page: there is always the support form (HLP-1).
import type { Way } from '#kernel/outcome.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import type { WayName } from './content/catalogue.ts';
import { say as words } from './words/say.ts';

const ways: Record<WayName, { href: string; isFor: 'all' | 'customers' | 'visitors' }> = {
  register: { href: '/registrati', isFor: 'visitors' },
  sign_in: { href: '/accesso', isFor: 'visitors' },
  recover: { href: '/recupera', isFor: 'all' },
  home: { href: '/', isFor: 'customers' },
  policies: { href: '/polizze', isFor: 'customers' },
  documents: { href: '/documenti', isFor: 'customers' },
  contacts: { href: '/profilo/recapiti', isFor: 'customers' },
  choose_contact: { href: '/profilo/recapiti/scegli', isFor: 'customers' },
  devices: { href: '/profilo/accessi', isFor: 'customers' },
  requests: { href: '/richieste', isFor: 'customers' },
  agencies: { href: '/agenzie', isFor: 'all' },
  app: { href: '/app', isFor: 'all' },
  state: { href: '/stato', isFor: 'all' },
  payments: { href: '/pagamenti', isFor: 'customers' },
  methods: { href: '/metodi-di-pagamento', isFor: 'all' },
  find_username: { href: '/recupera/nome-utente', isFor: 'all' },
  missing_policy: { href: '/polizze/perche-non-vedo', isFor: 'customers' },
  ask_agency: { href: '/richieste/agenzia', isFor: 'customers' },
  support: { href: '/assistenza', isFor: 'all' },
};

/**
 * The way of an answer where this reader can go it, else signing in; for who is signed out also registering and the app; support
 * last. `cameFrom` tells support which page did not help.
 */
export function waysOn(viewer: Visitor | Customer, way: WayName | undefined, cameFrom: string): Way[] {
  const isVisitor = viewer.kind === 'visitor';
  const isOpen = (name: WayName) => ways[name].isFor === 'all' || (ways[name].isFor === 'visitors') === isVisitor;
  const names: WayName[] = [
    ...(way && isOpen(way) ? [way] : []),
    ...(isVisitor ? (['sign_in', 'register', 'app'] as const) : []),
    'support',
  ];
  const say = words(viewer.language);
  return [...new Set(names)].map((name) => ({
    href: name === 'support' ? `/assistenza?da=${cameFrom}` : ways[name].href,
    text: say(`help.way_${name}`),
  }));
}
