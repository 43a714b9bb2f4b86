// A device in the reader's words, for the page of accesses.
import { accessWords, type Device } from '#capabilities/access/index.ts';
import { dayOf } from '#kernel/days.ts';
import { dayAndTime, longDay, time } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { IconName } from '../ui/icons.ts';

export type DeviceLine = {
  title: string;
  icon: IconName;
  isCurrent: boolean;
  /** One sentence a fact: the session, then whether it is known. */
  facts: string[];
  close: { session: string; text: string } | undefined;
  forget: { device: string; text: string } | undefined;
};

/** Phones and tablets by what they say of themselves. */
const isMobile = (label: string): boolean => /iPhone|iPad|Android/.test(label);

export function deviceLine(device: Device, language: Language): DeviceLine {
  const say = accessWords(language);
  const { label, session, known, isCurrent } = device;
  return {
    title: label,
    icon: isMobile(label) ? 'mobile' : 'device',
    isCurrent,
    facts: [
      session
        ? say('access.security_session', {
            from: dayAndTime(session.since, language),
            last:
              dayOf(session.since) === dayOf(session.lastSeenAt)
                ? time(session.lastSeenAt, language)
                : dayAndTime(session.lastSeenAt, language),
          })
        : say('access.security_signed_out'),
      known
        ? say('access.security_known', {
            from: longDay(dayOf(known.since), language),
            until: longDay(dayOf(known.until), language),
          })
        : say('access.security_unknown'),
    ],
    close: session && !isCurrent ? { session: session.publicId, text: say('access.security_close') } : undefined,
    forget: known && { device: known.publicId, text: say('access.security_forget') },
  };
}

export function securityWords(language: Language) {
  const say = accessWords(language);
  return {
    title: say('access.security_title'),
    intro: say('access.security_intro'),
    here: say('access.security_here'),
    others: say('access.security_others'),
    none: say('access.security_none'),
    inUse: say('access.security_in_use'),
    everywhereTitle: say('access.security_everywhere_title'),
    everywhereText: say('access.security_everywhere_text'),
    everywhere: say('access.security_everywhere'),
    strange: say('access.security_strange'),
    strangeText: say('access.security_strange_text'),
    recover: say('access.way_recover'),
    back: say('access.security_back'),
  };
}
