// Who is at the keyboard, and where else the account is in use. [ACC-1] [ACC-11]
import type { Context } from '#kernel/context.ts';
import { type Instant, plusSeconds, secondsBetween } from '#kernel/days.ts';
import type { Customer } from '#kernel/viewer.ts';
import { type Lengths, standingOf } from '../rules/sessions.ts';
import { listMax, settings, touchSeconds } from '../settings.ts';
import { devicesOf } from '../store/browsers.server.ts';
import { liveSessions, type SessionRow, sessionWith, touchSession } from '../store/sessions.server.ts';
import { tokenHash } from '../tokens.ts';

export type ActiveSession = {
  kind: 'active';
  customer: Pick<Customer, 'sessionId' | 'accountId' | 'partyId' | 'profileId' | 'browserId'>;
  idleEndsAt: Instant;
  /** Whose account it is: how to greet, and the whole name. */
  name: { given?: string | undefined; display: string };
};
export type EndedSession = { kind: 'ended'; accountId: string; endedAt: Instant };

/**
 * The session of a token: active, or ended within the last day (ACC-12), or nothing. Using it keeps it alive, written at
 * most once a minute; `isPassive` is for what a page asks by itself.
 */
export async function sessionByToken(
  context: Context,
  token: string,
  { isPassive = false }: { isPassive?: boolean } = {},
): Promise<ActiveSession | EndedSession | undefined> {
  const row = await sessionWith(context, tokenHash(token));
  if (!row) return undefined;
  const now = context.clock.now();
  const standing = standingOf({ ...row, endedAt: row.endedAt ?? undefined }, lengthsOf(context), now);
  if (standing.kind === 'gone') return undefined;
  if (standing.kind === 'ended') return { kind: 'ended', accountId: row.accountId, endedAt: standing.endedAt };
  if (isPassive || secondsBetween(row.lastSeenAt, now) < touchSeconds) return active(row, standing.idleEndsAt);
  await touchSession(context, row.sessionId);
  const touched = standingOf({ ...row, lastSeenAt: now, endedAt: undefined }, lengthsOf(context), now);
  return active(row, touched.kind === 'active' ? touched.idleEndsAt : standing.idleEndsAt);
}

const active = (row: SessionRow, idleEndsAt: Instant): ActiveSession => ({
  kind: 'active',
  customer: {
    sessionId: row.sessionId,
    accountId: row.accountId,
    partyId: row.partyId,
    profileId: row.profileId,
    browserId: row.browserId,
  },
  idleEndsAt,
  name: { given: row.givenName ?? undefined, display: row.displayName },
});

const lengthsOf = (context: Context): Lengths => ({
  idleSeconds: context.settings.value(settings.idleMinutes) * 60,
  absoluteSeconds: context.settings.value(settings.absoluteHours) * 3_600,
});

export type OpenSession = { publicId: string; since: Instant; lastSeenAt: Instant };
export type Device = {
  /** `Firefox, Linux`. */
  label: string;
  isCurrent: boolean;
  /** As a known device, when it is one. */
  known: { publicId: string; since: Instant; until: Instant } | undefined;
  session: OpenSession | undefined;
};

/** The devices of an account: known ones and those with an open session, the one in use first, then by last use. */
export async function sessionsOf(context: Context, viewer: Customer): Promise<Device[]> {
  const { idleSeconds, absoluteSeconds } = lengthsOf(context);
  const now = context.clock.now();
  const since = { seen: plusSeconds(now, -idleSeconds), created: plusSeconds(now, -absoluteSeconds) };
  const [known, open] = await Promise.all([
    devicesOf(context, viewer.accountId, listMax),
    liveSessions(context, viewer.accountId, since, listMax),
  ]);
  const browsers = new Map([...known, ...open].map((one) => [one.browserId, one.label]));
  const devices = [...browsers].map(([browserId, label]): Device => {
    const device = known.find((one) => one.browserId === browserId);
    const session = open.find((one) => one.browserId === browserId);
    return {
      label,
      isCurrent: browserId === viewer.browserId,
      known: device && { publicId: device.publicId, since: device.knownSince, until: device.knownUntil },
      session: session && {
        publicId: session.publicId,
        since: session.createdAt,
        lastSeenAt: session.lastSeenAt,
      },
    };
  });
  return devices.sort((one, other) => orderOf(one).localeCompare(orderOf(other)) * -1);
}

/** The one in use, then open sessions, then the rest; the newest first. */
const orderOf = ({ isCurrent, session, known }: Device): string =>
  `${isCurrent ? 2 : session ? 1 : 0} ${session?.lastSeenAt ?? known?.until ?? ''}`;
