// What a search finds: answers, guides, pages of reasons. [HLP-1]
import type { Context } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import { textOf } from './answers.ts';
import type { Area } from './content/catalogue.ts';
import { answers } from './content/index.ts';
import { guideTexts } from './guide-views.ts';
import { entriesHere, linkOf, type QuestionLink, reasonPages } from './links.ts';
import { type Indexed, indexOf, scoreOf, wantedBy } from './rules/search.ts';
import { foundMax } from './settings.ts';
import { valuesFor } from './values.ts';
import { say as words } from './words/say.ts';

type Page = { link: QuestionLink; area: Area | undefined; index: Indexed };

/** The pages that answer a search, the best first; a topic leaves the reasons out, they have none. */
export function found(context: Context, language: Language, text: string, area: Area | undefined): QuestionLink[] {
  const wanted = wantedBy(text, language);
  return pagesFor(context, language)
    .filter((page) => !area || page.area === area)
    .map((page) => ({ link: page.link, score: scoreOf(page.index, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, foundMax)
    .map(({ link }) => link);
}

const kept = new WeakMap<object, Map<Language, readonly Page[]>>();

/** Every page with its words, made once: neither texts nor what is offered change while the program runs. */
function pagesFor(context: Context, language: Language): readonly Page[] {
  const known = kept.get(context.ports) ?? new Map<Language, readonly Page[]>();
  kept.set(context.ports, known);
  const pages = known.get(language) ?? read(context, language);
  known.set(language, pages);
  return pages;
}

function read(context: Context, language: Language): Page[] {
  const values = valuesFor(context, language);
  const page = (link: QuestionLink, area: Area | undefined, keywords: string, text: string): Page => ({
    link,
    area,
    index: indexOf({ title: link.question, keywords, text }, language),
  });
  const guides = words(language)('help.guides_title');
  return [
    ...entriesHere(context).map(({ question, area }) =>
      page(linkOf(question, language), area, answers[language][question].keywords, textOf(question, language, values)),
    ),
    ...guideTexts(context, language).map(({ link, area, text }) => page(link, area, guides, text)),
    ...reasonPages(context, language).map(({ link, why }) => page(link, undefined, '', why)),
  ];
}
