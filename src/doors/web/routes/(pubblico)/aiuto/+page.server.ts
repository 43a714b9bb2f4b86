import { centre, guideLinks, helpWords } from '#capabilities/help/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const { context, language, viewer } = locals;
  const say = helpWords(language);
  const { searchParams } = url;
  const page = centre(context, viewer, { text: searchParams.get('cerca'), area: searchParams.get('area') });
  return {
    page,
    guides: guideLinks(language),
    words: {
      title: say('help.title'),
      lead: say('help.lead'),
      label: say('help.search_label'),
      hint: say('help.search_hint'),
      search: say('help.search_button'),
      areas: say('help.areas'),
      all: say('help.area_all'),
      found: page.found && say('help.found', { count: page.found.length, text: page.text }),
      none: say('help.found_none'),
      clear: say('help.clear'),
      otherAreas: say('help.other_areas'),
      support: say('help.way_support'),
      guides: say('help.guides_title'),
      guidesMore: say('help.guides_more'),
      reasons: say('help.reasons'),
      reasonsLead: say('help.reasons_lead'),
      reasonsSummary: say('help.reasons_summary'),
      reasonsCount: say('help.reasons_count', { count: page.reasons.length }),
      more: Object.fromEntries(
        page.groups.map((group) => [group.area, say('help.area_more', { count: group.questions.length })]),
      ),
    },
  };
};
