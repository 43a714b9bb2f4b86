// The guides with their numbers filled in, and the page about the app. [HLP-4] [APP-2]
import type { Context } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import type { Way } from '#kernel/outcome.ts';
import { type Say, sayer } from '#kernel/say.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import { type AppWords, type System, systems } from './app/catalogue.ts';
import { de as appDe } from './app/de.ts';
import { en as appEn } from './app/en.ts';
import { it as appIt } from './app/it.ts';
import type { Area } from './content/catalogue.ts';
import { type GuideName, type Guides, guides, type Picture } from './guides/catalogue.ts';
import { de } from './guides/de.ts';
import { en } from './guides/en.ts';
import { it } from './guides/it.ts';
import { type Values, valuesFor } from './values.ts';
import { waysOn } from './ways.ts';

type Reader = Visitor | Customer;

const words: Record<Language, Guides> = { it, en, de };
const appWords: Record<Language, AppWords> = { it: appIt, en: appEn, de: appDe };
const names = Object.keys(guides) as GuideName[];

const isGuide = (name: string): name is GuideName => Object.hasOwn(guides, name);
const guidePath = (name: GuideName): string => `/guide/${name}`;

type StepWords = { title: string; text: string };
/** The steps of a guide in their order, each with what the catalogue says of it. */
const stepsOf = (name: GuideName, language: Language) =>
  Object.entries<{ picture?: Picture; only?: string }>(guides[name].steps).map(([step, { picture, only }]) => ({
    step,
    picture,
    only,
    words: (words[language].guides[name].steps as Record<string, StepWords>)[step] ?? { title: '', text: '' },
  }));

const flat = (language: Language): Record<string, string> =>
  Object.fromEntries([
    ...names.flatMap((name) => stepsOf(name, language).map((one) => [`${name} ${one.step}`, one.words.text] as const)),
    ['app code', appWords[language].code.text],
  ]);
const say: (language: Language) => Say<Record<string, Values>> = sayer({
  it: flat('it'),
  en: flat('en'),
  de: flat('de'),
});

export type GuideLink = { name: GuideName; title: string; about: string; href: string };

/** Every guide, for the list. */
export const guideLinks = (language: Language): GuideLink[] =>
  names.map((name) => {
    const { title, about } = words[language].guides[name];
    return { name, title, about, href: guidePath(name) };
  });

/** A picture of the guide and what is to be seen on it. */
export type GuidePicture = { name: Picture; alt: string };
export type GuidePage = {
  name: GuideName;
  title: string;
  about: string;
  needs: readonly string[];
  steps: { title: string; text: string; picture: GuidePicture | undefined }[];
  ways: Way[];
  others: GuideLink[];
  /** Where more questions about it are. */
  area: Area;
};

/** One guide; nothing for a name that is none. A step that belongs to a method which this portal does not offer is left out. */
export function guidePage(context: Context, viewer: Reader, input: { name: string }): GuidePage | undefined {
  const { name } = input;
  if (!isGuide(name)) return undefined;
  const { language } = viewer;
  const { title, about, needs } = words[language].guides[name];
  const values = valuesFor(context, language);
  const offered = new Set<string>(context.ports.payment.flatMap((provider) => provider.methods));
  return {
    name,
    title,
    about,
    needs,
    steps: stepsOf(name, language)
      .filter(({ only }) => only === undefined || offered.has(only))
      .map((one) => ({
        title: one.words.title,
        text: say(language)(`${name} ${one.step}`, values),
        picture: one.picture && { name: one.picture, alt: words[language].pictures[one.picture] },
      })),
    ways: waysOn(viewer, guides[name].way, `guide/${name}`),
    area: guides[name].area,
    others: guideLinks(language).filter((other) => other.name !== name),
  };
}

export type AppPage = Omit<AppWords, 'systems'> & {
  systems: {
    system: System;
    icon: (typeof systems)[System];
    name: string;
    steps: readonly string[];
    note: string | undefined;
  }[];
};

/** The page about the app. */
export function appPage(context: Context, viewer: Reader): AppPage {
  const { language } = viewer;
  const { systems: described, code, ...rest } = appWords[language];
  const host = new URL(context.settings.text.publicAddress).host;
  return {
    ...rest,
    code: { ...code, text: say(language)('app code', { host }) },
    systems: (Object.keys(systems) as System[]).map((system) => {
      const { name, steps, note } = described[system];
      return { system, icon: systems[system], name, steps, note };
    }),
  };
}

/** The guides as the search reads them. */
export const guideTexts = (context: Context, language: Language) => {
  const values = valuesFor(context, language);
  return names.map((name) => ({
    link: { question: words[language].guides[name].title, href: guidePath(name) },
    area: guides[name].area,
    text: [
      words[language].guides[name].about,
      ...stepsOf(name, language).map((one) => `${one.words.title} ${say(language)(`${name} ${one.step}`, values)}`),
    ].join(' '),
  }));
};
