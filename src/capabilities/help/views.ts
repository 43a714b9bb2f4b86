// What the help centre shows: the list with its search, one answer, the page of a reason. [HLP-1] [HLP-3]
import type { Context } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import type { Language } from '#kernel/language.ts';
import type { Way } from '#kernel/outcome.ts';
import type { Customer, System, Visitor } from '#kernel/viewer.ts';
import { partsOf, textOf } from './answers.ts';
import { type Area, areas, type Part } from './content/catalogue.ts';
import { answers, type Entry, entries, entryOf } from './content/index.ts';
import { scoreOf } from './rules/search.ts';
import { foundMax, opinionsShown, relatedMax, searchMax } from './settings.ts';
import { type Opinions, opinionsSince } from './store.server.ts';
import { valuesFor } from './values.ts';
import { waysOn } from './ways.ts';
import { say as words } from './words/say.ts';

export type { Opinions } from './store.server.ts';

type Reader = Visitor | Customer;

/** A question as a link. */
export type QuestionLink = { question: string; href: string };

export type HelpArea = { area: Area; name: string; questions: QuestionLink[] };

export type HelpCentre = {
  /** Every topic, for the filter. */
  areas: { area: Area; name: string; isCurrent: boolean }[];
  area: { area: Area; name: string } | undefined;
  text: string;
  /** Without a search: the questions by topic. */
  groups: HelpArea[];
  /** With a search: the answers, the best first. */
  found: QuestionLink[] | undefined;
  /** Every reason for which something is refused, by topic of its capability. */
  reasons: QuestionLink[];
};

const isArea = (value: unknown): value is Area => areas.some((area) => area === value);
const hrefOf = (entry: Entry): string => `/aiuto/${entry.question}`;
const linkOf = (entry: Entry, language: Language): QuestionLink => ({
  question: answers[language][entry.question].question,
  href: hrefOf(entry),
});

/** Two questions for the foot of a page about something. */
export const helpFor = (language: Language, area: Area): QuestionLink[] =>
  entries
    .filter((entry) => entry.area === area)
    .slice(0, 2)
    .map((entry) => linkOf(entry, language));

/** The address of the help page of a reason; dots would look like a file. */
export const reasonPath = (code: string): string => `/aiuto/perche/${code.replaceAll('.', '-')}`;

/** The help centre, filtered by a topic and searched for words; both come from an address and may be anything. */
export function centre(
  context: Context,
  viewer: Reader,
  input: { text?: string | null; area?: string | null },
): HelpCentre {
  const { language } = viewer;
  const say = words(language);
  const text = (input.text ?? '').trim().slice(0, searchMax);
  const area = isArea(input.area) ? input.area : undefined;
  const shown = entries.filter((entry) => !area || entry.area === area);
  return {
    areas: areas.map((one) => ({ area: one, name: say(`help.area_${one}`), isCurrent: one === area })),
    area: area && { area, name: say(`help.area_${area}`) },
    text,
    groups: areas
      .filter((one) => !area || one === area)
      .map((one) => ({
        area: one,
        name: say(`help.area_${one}`),
        questions: entries.filter((entry) => entry.area === one).map((entry) => linkOf(entry, language)),
      })),
    found: text ? search(context, language, text, shown, area) : undefined,
    reasons: reasonLinks(context, language),
  };
}

/** Answers first by how well they fit, then the reasons that fit; a topic leaves the reasons out, they have none. */
function search(
  context: Context,
  language: Language,
  text: string,
  shown: readonly Entry[],
  area: Area | undefined,
): QuestionLink[] {
  const values = valuesFor(context, language);
  const pages = shown.map((entry) => {
    const { question, keywords } = answers[language][entry.question];
    const score = scoreOf(
      { title: question, keywords, text: textOf(entry.question, language, values) },
      text,
      language,
    );
    return { link: linkOf(entry, language), score };
  });
  const reasons = area
    ? []
    : reasonPages(context, language).map(({ link, why }) => ({
        link,
        score: scoreOf({ title: link.question, keywords: '', text: why }, text, language),
      }));
  return [...pages, ...reasons]
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, foundMax)
    .map(({ link }) => link);
}

function reasonPages(context: Context, language: Language): { link: QuestionLink; why: string }[] {
  return context.capabilities.flatMap((capability) =>
    Object.entries(capability.reasons ?? {}).map(([code, said]) => ({
      link: { question: said.question(language), href: reasonPath(code) },
      why: said.why(language, context.settings),
    })),
  );
}

const reasonLinks = (context: Context, language: Language): QuestionLink[] => {
  const links = reasonPages(context, language).map(({ link }) => link);
  return links.sort((one, other) => one.question.localeCompare(other.question, language));
};

export type AnswerPage = {
  name: string;
  question: string;
  area: Area;
  areaName: string;
  parts: Part[];
  /** The way on, the first one drawn as a button. */
  ways: Way[];
  related: QuestionLink[];
};

/** One answer with its numbers filled in; nothing for a name that is no question. */
export function answerPage(context: Context, viewer: Reader, input: { name: string }): AnswerPage | undefined {
  const entry = entryOf(input.name);
  if (!entry) return undefined;
  const { language } = viewer;
  const say = words(language);
  const values = valuesFor(context, language);
  return {
    name: entry.question,
    question: answers[language][entry.question].question,
    area: entry.area,
    areaName: say(`help.area_${entry.area}`),
    parts: partsOf(entry.question, language, values),
    ways: waysOn(viewer, entry.way, `aiuto/${entry.question}`),
    related: relatedTo(entry, language),
  };
}

/** The questions after this one in its topic, around the end. */
function relatedTo(entry: Entry, language: Language): QuestionLink[] {
  const topic = entries.filter((one) => one.area === entry.area);
  const at = topic.indexOf(entry);
  const others = [...topic.slice(at + 1), ...topic.slice(0, at)];
  return others.slice(0, relatedMax).map((one) => linkOf(one, language));
}

export type ReasonPage = {
  code: string;
  question: string;
  why: string;
  /** Who can change it, as a sentence. */
  who: string;
  ways: Way[];
  related: QuestionLink[];
};

/** The page of a reason, of whichever capability (HLP-3); nothing for a name that is no reason. Says nobody's values. */
export function reasonPage(context: Context, viewer: Reader, input: { name: string }): ReasonPage | undefined {
  const { language } = viewer;
  for (const capability of context.capabilities) {
    for (const [code, said] of Object.entries(capability.reasons ?? {})) {
      if (reasonPath(code) !== `/aiuto/perche/${input.name}`) continue;
      const way = said.way?.(language);
      const others = waysOn(viewer, undefined, code).filter((one) => one.href !== way?.href);
      return {
        code,
        question: said.question(language),
        why: said.why(language, context.settings),
        who: words(language)(`help.who_${said.changes}`),
        ways: [...(way ? [way] : []), ...others],
        related: isArea(capability.name) ? helpFor(language, capability.name) : helpFor(language, 'messages'),
      };
    }
  }
  return undefined;
}

/** What people think of the answers in the last days, for who writes them. */
export function opinions(context: Context, _viewer: System, input: { days: number }): Promise<Opinions[]> {
  return opinionsSince(context, plusSeconds(context.clock.now(), -input.days * 86_400), opinionsShown);
}
