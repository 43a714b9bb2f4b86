// The public search of agencies in words: what was found and how, page by page. It says nothing about customers. [REQ-10]
import { type Agency, type AgencyPage, partiesWords } from '#capabilities/parties/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import { agencyWords, writeToAgency } from './agency.server.ts';

/** `own` is the agency of a customer who is signed in. */
type Facts = { found: AgencyPage; text: string; own: Agency | undefined };

export function agenciesPage(context: Context, { found, text, own }: Facts, language: Language) {
  const say = partiesWords(language);
  const { page, pages } = found;
  return {
    text,
    agencies: found.agencies.map((agency) => agencyWords(context, agency, language)),
    own: own && agencyWords(context, own, language),
    pages:
      pages > 1
        ? {
            label: say('parties.pages'),
            text: say('parties.page_of', { page, pages }),
            previous: page > 1 ? { href: pathOf(text, page - 1), text: say('parties.page_previous') } : undefined,
            next: page < pages ? { href: pathOf(text, page + 1), text: say('parties.page_next') } : undefined,
          }
        : undefined,
    words: {
      title: say('parties.agencies_title'),
      lead: say('parties.agencies_text'),
      label: say('parties.search_label'),
      search: say('parties.search_button'),
      found: foundText(found, text, language),
      none: say('parties.found_none', { text }),
      all: say('parties.search_all'),
      own: say('parties.own_agency'),
      map: say('parties.map'),
      write: writeToAgency(language),
    },
  };
}

const pathOf = (text: string, page: number): string =>
  `/agenzie?${new URLSearchParams({ ...(text && { luogo: text }), pagina: String(page) })}`;

function foundText({ how, near, total: count }: AgencyPage, text: string, language: Language): string {
  const say = partiesWords(language);
  if (!text) return say('parties.found', { count });
  if (how === 'almost') return say('parties.found_almost', { count, text });
  if (near) return say('parties.found_near', { count, place: near.name });
  return how === 'near'
    ? say('parties.found_near_postcode', { count, text })
    : say('parties.found_for', { count, text });
}
