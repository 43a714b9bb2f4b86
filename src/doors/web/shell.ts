// What stands around every page: which entries the menu has, who is signed in, the kit's own sentences.
import type { Brand } from '#kernel/brand.ts';
import { inLanguage, type Language, languages } from '#kernel/language.ts';
import { brandHref } from './brand-assets.server.ts';
import type { UiWords } from './ui/context.ts';
import type { IconName } from './ui/icons.ts';
import { say as words } from './words/say.ts';

type Said = ReturnType<typeof words>;

/** An entry of the menu; `href` has its language. Only pages that exist are in it (ux.md §2.5). */
export type MenuEntry = { href: string; text: string; icon: IconName; isCurrent: boolean };

const forCustomers = [
  { path: '/', key: 'web.home', icon: 'home' },
  { path: '/polizze', key: 'web.policies', icon: 'policy' },
  { path: '/documenti', key: 'web.documents', icon: 'document' },
  { path: '/pagamenti', key: 'web.payments', icon: 'credit-card' },
  { path: '/richieste', key: 'web.requests', icon: 'request' },
  { path: '/profilo', key: 'web.profile', icon: 'user' },
] as const;
const forVisitors = [
  { path: '/accesso', key: 'web.sign_in', icon: 'sign-in' },
  { path: '/registrati', key: 'web.register', icon: 'register' },
  { path: '/agenzie', key: 'web.agencies', icon: 'agency' },
] as const;
const forAll = [
  { path: '/aiuto', key: 'web.help', icon: 'help' },
  { path: '/assistenza', key: 'web.support', icon: 'support' },
  { path: '/app', key: 'web.app', icon: 'mobile' },
] as const;

/** Main entries and, below the hairline, the ones that everybody has. `path` is without language. */
export function menuOf(
  isCustomer: boolean,
  path: string,
  language: Language,
): { main: MenuEntry[]; more: MenuEntry[] } {
  const say = words(language);
  const entry = (one: (typeof forCustomers | typeof forVisitors | typeof forAll)[number]): MenuEntry => ({
    href: inLanguage(language, one.path),
    text: say(one.key),
    icon: one.icon,
    isCurrent: one.path === '/' ? path === '/' : path === one.path || path.startsWith(`${one.path}/`),
  });
  return { main: (isCustomer ? forCustomers : forVisitors).map(entry), more: forAll.map(entry) };
}

const languageNames: Record<Language, string> = { it: 'Italiano', en: 'English', de: 'Deutsch' };

/** The same page in every language. */
export const languageLinks = (current: Language, path: string) =>
  languages.map((language) => ({
    language,
    text: languageNames[language],
    href: inLanguage(language, path),
    isCurrent: language === current,
  }));

/** `Giulia Bianchi` is GB. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((part) => /^\p{L}/u.test(part))
    .map((part) => part.slice(0, 1).toUpperCase())
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');

/** The brand as pages need it: names, and the addresses of its files. */
export const brandForPages = (brand: Brand, language: Language) => ({
  product: brand.product,
  name: brand.name,
  legal: brand.legalFooter[language],
  phone: brand.supportPhone,
  mail: brand.supportMail,
  styles: brandHref(brand, 'stile.css'),
  manifest: inLanguage(language, brandHref(brand, 'manifesto.webmanifest')),
  mark: brandHref(brand, 'mark.svg'),
  icon: brandHref(brand, 'icon.svg'),
  touchIcon: brandHref(brand, 'apple-touch-icon.png'),
  themeColour: brand.colours.hero,
});

function uiWords(say: Said): UiWords {
  return {
    error: say('web.error'),
    optional: say('web.optional'),
    problem: say('web.problem'),
    problems: say('web.problems'),
    choose: say('web.choose'),
    copy: say('web.copy'),
    copied: say('web.copied'),
    showPassword: say('web.show_password'),
    hidePassword: say('web.hide_password'),
    strength: {
      short: say('web.strength_short'),
      few: say('web.strength_few'),
      digits: say('web.strength_digits'),
      repeated: say('web.strength_repeated'),
      row: say('web.strength_row'),
      own: say('web.strength_own'),
      fair: say('web.strength_fair'),
      good: say('web.strength_good'),
    },
    codeLeft: say('web.code_left'),
    codeOver: say('web.code_over'),
    step: say('web.step'),
    back: say('web.back'),
    asTable: say('web.as_table'),
    today: say('web.today'),
    why: say('web.why'),
    unread: say('web.unread'),
    cannotUse: say('web.cannot_use'),
  };
}

function shellWords(say: Said) {
  return {
    skip: say('web.skip'),
    sending: say('web.sending'),
    menu: say('web.menu'),
    menuClose: say('web.menu_close'),
    menuMain: say('web.menu_main'),
    profile: say('web.profile'),
    signOut: say('web.sign_out'),
    signIn: say('web.sign_in'),
    language: say('web.language'),
    theme: say('web.theme'),
    themes: [
      { value: '', text: say('web.theme_auto') },
      { value: 'light', text: say('web.theme_light') },
      { value: 'dark', text: say('web.theme_dark') },
    ],
    footer: say('web.footer'),
    more: [
      { path: '/guide', text: say('web.guides') },
      { path: '/app', text: say('web.app') },
      { path: '/stato', text: say('web.state') },
    ],
    help: say('web.help_block'),
    helpText: say('web.help_block_text'),
    helpLink: say('web.help_block_link'),
    session: {
      title: say('web.session_title'),
      text: say('web.session_text'),
      stay: say('web.session_stay'),
      over: say('web.session_over'),
      overWriting: say('web.session_over_writing'),
      signIn: say('web.sign_in'),
    },
  };
}
export type ShellWords = ReturnType<typeof shellWords>;

const kept = new Map<Language, { words: ShellWords; ui: UiWords }>();

/** The sentences of the shell and of the components, made once per language. */
export function wordsOf(language: Language): { words: ShellWords; ui: UiWords } {
  let found = kept.get(language);
  if (!found) {
    found = { words: shellWords(words(language)), ui: uiWords(words(language)) };
    kept.set(language, found);
  }
  return found;
}
