// The table of contents of the guides: their steps, and the picture that belongs to a step (HLP-4). The words lie beside it,
// one file a language; a step or a picture without words in a language does not compile. Pictures are taken from the
// running program (scripts/guide-pictures.ts).
import type { Method } from '#capabilities/payments/index.ts';
import type { Area, WayName } from '../content/catalogue.ts';

type Step = { picture?: Picture; only?: Method };
type Guide = { area: Area; way: WayName; steps: Record<string, Step> };

/** Every picture, by the name of its file. */
export const pictures = [
  'registrati',
  'registrati-codice',
  'registrati-dati',
  'registrati-password',
  'prima-home',
  'azienda-dati',
  'azienda-home',
  'ditta-dati',
  'ditta-home',
  'accesso',
  'accesso-codice',
  'recupera',
  'scegli-recapito',
  'scegli-codice',
  'conferma',
  'non-arriva',
  'polizza',
  'paga',
  'vai',
  'esito',
] as const;
export type Picture = (typeof pictures)[number];

/** Guides by the name in their address, in the order in which people need them. */
export const guides = {
  registrarsi: {
    area: 'registration',
    way: 'register',
    steps: {
      apri: { picture: 'registrati' },
      messaggio: { picture: 'registrati-codice' },
      dati: { picture: 'registrati-dati' },
      password: { picture: 'registrati-password' },
      fatto: { picture: 'prima-home' },
    },
  },
  'registrare-un-azienda': {
    area: 'registration',
    way: 'register',
    steps: { prima: {}, apri: {}, dati: { picture: 'azienda-dati' }, password: {}, fatto: { picture: 'azienda-home' } },
  },
  'ditte-e-professionisti': {
    area: 'registration',
    way: 'register',
    steps: { prima: {}, apri: {}, dati: { picture: 'ditta-dati' }, password: {}, fatto: { picture: 'ditta-home' } },
  },
  accedere: {
    area: 'access',
    way: 'sign_in',
    steps: {
      apri: { picture: 'accesso' },
      codice: { picture: 'accesso-codice' },
      dimenticata: { picture: 'recupera' },
      esci: {},
    },
  },
  confermare: {
    area: 'confirmation',
    way: 'choose_contact',
    steps: {
      scegli: { picture: 'scegli-recapito' },
      prova: { picture: 'scegli-codice' },
      messaggio: {},
      codice: { picture: 'conferma' },
      niente: { picture: 'non-arriva' },
    },
  },
  pagare: {
    area: 'payments',
    way: 'policies',
    steps: {
      trova: { picture: 'polizza' },
      controlla: { picture: 'paga' },
      codice: { picture: 'conferma' },
      carta: { picture: 'vai', only: 'card' },
      mybank: { only: 'mybank' },
      satispay: { only: 'satispay' },
      esito: { picture: 'esito' },
    },
  },
} as const satisfies Record<string, Guide>;

export type GuideName = keyof typeof guides;
type StepOf<Name extends GuideName> = keyof (typeof guides)[Name]['steps'] & string;

/** The words of a guide; `{…}` are numbers and names, as in the answers (values.ts). */
export type GuideWords<Name extends GuideName> = {
  title: string;
  /** One sentence for the list. */
  about: string;
  /** What to have at hand. */
  needs: readonly string[];
  steps: Record<StepOf<Name>, { title: string; text: string }>;
};
export type Guides = {
  guides: { [Name in GuideName]: GuideWords<Name> };
  /** What is to be seen, for who does not see it. */
  pictures: Record<Picture, string>;
};
