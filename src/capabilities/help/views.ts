// What the help centre shows: the list with its search, one answer, the page of a reason. [HLP-1] [HLP-3]
import type { Context } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import type { Language } from '#kernel/language.ts';
import type { Way } from '#kernel/outcome.ts';
import type { Customer, System, Visitor } from '#kernel/viewer.ts';
import { partsOf } from './answers.ts';
import { type Area, areas, type Part, type Question } from './content/catalogue.ts';
import { answers, type Entry, entries } from './content/index.ts';
import { found } from './finding.ts';
import { entriesHere, isArea, linkOf, type QuestionLink, reasonPages, reasonPath } from './links.ts';
import { opinionsShown, relatedMax, searchMax } from './settings.ts';
import { type Opinions, opinionsSince } from './store.server.ts';
import { valuesFor } from './values.ts';
import { waysOn } from './ways.ts';
import { say as words } from './words/say.ts';

export { type QuestionLink, reasonPath } from './links.ts';
export type { Opinions } from './store.server.ts';

type Reader = Visitor | Customer;

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

/** Two questions for the foot of a page about something. */
export const helpFor = (language: Language, area: Area): QuestionLink[] =>
  entries
    .filter((entry) => entry.area === area)
    .slice(0, 2)
    .map(({ question }) => linkOf(question, language));

/** These questions for the foot of a page that knows better than its topic what is asked there. */
export const helpAbout = (language: Language, ...questions: readonly Question[]): QuestionLink[] =>
  questions.map((question) => linkOf(question, language));

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
  const shown = entriesHere(context);
  return {
    areas: areas.map((one) => ({ area: one, name: say(`help.area_${one}`), isCurrent: one === area })),
    area: area && { area, name: say(`help.area_${area}`) },
    text,
    groups: areas
      .filter((one) => !area || one === area)
      .map((one) => ({
        area: one,
        name: say(`help.area_${one}`),
        questions: shown.filter((entry) => entry.area === one).map(({ question }) => linkOf(question, language)),
      })),
    found: text ? found(context, language, text, area) : undefined,
    reasons: reasonLinks(context, language),
  };
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
  const entry = entriesHere(context).find((one) => one.question === input.name);
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
    related: relatedTo(context, entry, language),
  };
}

/** The questions after this one in its topic, around the end. */
function relatedTo(context: Context, entry: Entry, language: Language): QuestionLink[] {
  const topic = entriesHere(context).filter((one) => one.area === entry.area);
  const at = topic.indexOf(entry);
  const others = [...topic.slice(at + 1), ...topic.slice(0, at)];
  return others.slice(0, relatedMax).map((one) => linkOf(one.question, language));
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
