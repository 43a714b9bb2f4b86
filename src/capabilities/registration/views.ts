// What the pages of a registration show. [REG-3] [REG-6]
import type { AtTheDoor } from '#capabilities/access/index.ts';
import { type CodeReason, readLink } from '#capabilities/codes/index.ts';
import { mask } from '#capabilities/contacts/index.ts';
import { assert } from '#kernel/assert.ts';
import type { Context } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { type Outcome, yes } from '#kernel/outcome.ts';
import type { Step } from './rules.ts';
import { settings } from './settings.ts';
import { newestAskedIn, provenIn, registrationOfSend } from './store.server.ts';

/** For how many seconds a browser's question is remembered on its pages: as long as its link works. */
export const askedWithin = (context: Context): number => context.settings.value(settings.linkHours) * 3_600;

export type AskedView = {
  /** What was typed in this browser, whole: to see whether it is right. */
  value: string;
  kind: 'email' | 'mobile';
  codeUntil: Instant;
  codeMinutes: number;
  linkHours: number;
};

/** The question that this browser asked last; the same for every contact, whatever became of it. */
export async function askedIn(context: Context, viewer: AtTheDoor): Promise<AskedView | undefined> {
  if (!viewer.browserId) return undefined;
  const asked = await newestAskedIn(context, viewer.browserId, askedWithin(context));
  if (!asked) return undefined;
  const codeMinutes = context.settings.value(settings.codeMinutes);
  return {
    value: asked.value,
    kind: asked.kind,
    codeUntil: plusSeconds(asked.createdAt, codeMinutes * 60),
    codeMinutes,
    linkHours: context.settings.value(settings.linkHours),
  };
}

/** The step that comes next in this browser, with the contact that was proven; nothing when none was. */
export async function stepIn(
  context: Context,
  viewer: AtTheDoor,
): Promise<{ step: Step; username: string; provenBy: 'code' | 'link' } | undefined> {
  const proven = viewer.browserId ? await provenIn(context, viewer.browserId) : undefined;
  if (!proven?.provenBy) return undefined;
  return { step: proven.partyId ? 'password' : 'fiscal_id', username: proven.value, provenBy: proven.provenBy };
}

/** What a link is about, without acting (REG-10): the contact, masked, or why it leads nowhere. */
export async function linkFor(
  context: Context,
  _viewer: AtTheDoor,
  input: { token: string },
): Promise<Outcome<{ contact: string }, CodeReason>> {
  const link = await readLink(context, 'registration', input.token);
  if (!link.ok) return link;
  const registration = await registrationOfSend(context, link.value);
  assert(registration, 'a link of a registration that is not there');
  return yes({ contact: mask(registration.value) });
}
