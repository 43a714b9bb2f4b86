// What operators tell everybody: planned work on the portal, or a core system that rests while the portal goes on. [CNF-8]
import { audit } from '#kernel/audit.ts';
import { briefly } from '#kernel/briefly.ts';
import { type Context, transaction } from '#kernel/context.ts';
import { dayAndTime } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { System } from '#kernel/viewer.ts';
import { clearNotices, insertNotice, readNotice, type ServiceNotice } from './notice-store.server.ts';
import { keptSeconds } from './settings.ts';
import { say as words } from './words/say.ts';

const current = briefly(keptSeconds, readNotice);

/** The notice in words; nothing when there is none, or when nobody can look: a page must not fail for it. */
export async function noticeFor(
  context: Context,
  language: Language,
): Promise<{ title: string; text: string } | undefined> {
  const notice = await current(context).catch(() => undefined);
  return notice && noticeText(notice, language, context.clock.now());
}

/** From when until when as far as it is known, what goes on meanwhile, and the operator's own words. */
export function noticeText(notice: ServiceNotice, language: Language, now: string): { title: string; text: string } {
  const say = words(language);
  const { kind, startsAt, endsAt, text } = notice;
  const when = [
    startsAt > now && say('help.notice_from', { from: dayAndTime(startsAt, language) }),
    endsAt ? say('help.notice_until', { until: dayAndTime(endsAt, language) }) : say('help.notice_open'),
  ];
  return {
    title: say(`help.notice_${kind}`),
    text: [...when, say(`help.notice_${kind}_text`), text?.[language]].filter(Boolean).join(' '),
  };
}

/** The notice as it is set, for operators. */
export const serviceNotice = (context: Context, _viewer: System): Promise<ServiceNotice | undefined> =>
  readNotice(context);

/** Tells everybody from now on, instead of what was told before. */
export async function setServiceNotice(context: Context, viewer: System, notice: ServiceNotice): Promise<void> {
  await transaction(context, async (tx) => {
    await insertNotice(tx, notice);
    await audit(tx, viewer, {
      act: 'help.notice_set',
      facts: { kind: notice.kind, startsAt: notice.startsAt, endsAt: notice.endsAt },
    });
  });
}

/** Tells it no more; false when nothing was told. */
export async function clearServiceNotice(context: Context, viewer: System): Promise<boolean> {
  return transaction(context, async (tx) => {
    const wasSet = await clearNotices(tx);
    if (wasSet) await audit(tx, viewer, { act: 'help.notice_cleared' });
    return wasSet;
  });
}
