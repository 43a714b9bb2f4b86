import { noticeFor } from '#capabilities/help/index.ts';
import { brandOf } from '#kernel/brand.ts';
import { withoutLanguage } from '../address.ts';
import { takeNotice } from '../notice.ts';
import { brandForPages, initialsOf, languageLinks, menuOf, wordsOf } from '../shell.ts';
import { say } from '../words/say.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { context, language, theme, session } = event.locals;
  const path = withoutLanguage(event.url.pathname);
  // `?/paga` is the action that was just called, not a part of the page's address.
  const here = event.url.search.startsWith('?/') ? path : path + event.url.search;
  const brand = brandOf(context);
  return {
    shell: {
      language,
      theme,
      path,
      here,
      brand: brandForPages(brand, language),
      menu: menuOf(session !== undefined, path, language),
      customer: session && { name: session.name.display, initials: initialsOf(session.name.display) },
      session: session && { ends: session.idleEndsAt, now: context.clock.now() },
      languages: languageLinks(language, here),
      notice: takeNotice(event) ?? keptNotice(event.locals),
      service: await noticeFor(context, language),
      ...wordsOf(language),
    },
  };
};

/** What was typed before the session ended is in the form again: said once, where other news stand (ACC-12). */
const keptNotice = ({ kept, language }: App.Locals) =>
  kept ? { tone: 'info' as const, text: say(language)('web.notice_kept_form') } : undefined;
