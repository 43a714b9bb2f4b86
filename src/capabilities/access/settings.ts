// How long things last and how often they may be tried. [ACC-1] [ACC-2] [ACC-4] [ACC-11] [REG-7]
import { numbers } from '#kernel/settings.ts';

export const settings = numbers({
  passwordMin: {
    env: 'PASSWORD_MIN',
    default: 15,
    min: 12,
    max: 64,
    unit: 'characters',
    id: 'REG-7',
    says: 'The shortest password. 12 is a deviation from NIST SP 800-63B that the code for new devices makes up for.',
  },
  deviceDays: {
    env: 'DEVICE_KNOWN_DAYS',
    default: 90,
    min: 1,
    max: 365,
    unit: 'days',
    id: 'ACC-11',
    says: 'How long a device stays known after its code.',
  },
  deviceSendsDay: {
    env: 'DEVICE_CODES_PER_DAY',
    default: 10,
    min: 1,
    max: 1_000_000,
    unit: 'codes',
    id: 'ACC-11',
    says: 'Codes for new devices that one account may ask for in a day, after the right password.',
  },
  idleMinutes: {
    env: 'SESSION_IDLE_MINUTES',
    default: 15,
    min: 3,
    max: 60,
    unit: 'minutes',
    id: 'ACC-1',
    says: 'A session that nobody uses ends after this time.',
  },
  absoluteHours: {
    env: 'SESSION_HOURS',
    default: 12,
    min: 1,
    max: 24,
    unit: 'hours',
    id: 'ACC-1',
    says: 'Every session ends after this time.',
  },
  recoveryLinkMinutes: {
    env: 'RECOVERY_LINK_MINUTES',
    default: 30,
    min: 5,
    max: 120,
    unit: 'minutes',
    id: 'ACC-2',
    says: 'How long the link for a new password works.',
  },
  delayFrom: {
    env: 'SIGN_IN_DELAY_FROM',
    default: 4,
    min: 2,
    max: 1_000_000,
    unit: 'wrong passwords',
    id: 'ACC-4',
    says: 'From this wrong password on the next try has to wait, longer each time.',
  },
  lockAfter: {
    env: 'SIGN_IN_LOCK_AFTER',
    default: 10,
    min: 3,
    max: 1_000_000,
    unit: 'wrong passwords',
    id: 'ACC-4',
    says: 'After this wrong password sign-in is locked for a while.',
  },
  lockMinutes: {
    env: 'SIGN_IN_LOCK_MINUTES',
    default: 30,
    min: 1,
    max: 1_440,
    unit: 'minutes',
    id: 'ACC-4',
    says: 'How long that lock lasts.',
  },
  wrongPerAddressHour: {
    env: 'SIGN_IN_WRONG_PER_ADDRESS_HOUR',
    default: 100,
    min: 10,
    max: 1_000_000,
    unit: 'wrong passwords',
    id: 'ACC-4',
    says: 'Wrong passwords that one network address (IPv6: one /64) may try in an hour, from devices not known for the account.',
  },
  unusedDays: {
    env: 'ACCOUNT_UNUSED_DAYS',
    default: 365,
    min: 90,
    max: 3_650,
    unit: 'days',
    id: 'ACC-4',
    says: 'An account not used for longer is locked until its password is recovered.',
  },
  usernameCodeHours: {
    env: 'USERNAME_CODE_HOURS',
    default: 24,
    min: 1,
    max: 168,
    unit: 'hours',
    id: 'ACC-11',
    says: 'After a recovery the code for a new device may not go to the username instead for this long.',
  },
});

/** REG-7, after NIST SP 800-63B: longer ones are refused rather than cut. */
export const passwordMax = 128;
/** The same as typed, before it has its one form (NFKC): a character may be a letter and several marks. */
export const typedPasswordMax = 8 * passwordMax;
/** NIST SP 800-63B: a code sent over another channel works for ten minutes at most. */
export const deviceCodeSeconds = 600;
/** The password was right; the code may be typed, and asked for again, for this long. */
export const challengeSeconds = 1_800;
/** A session's last use is written at most this often. */
export const touchSeconds = 60;
/** Wrong passwords are forgotten when none follows for this long. */
export const failuresKeptSeconds = 86_400;
/** The first delay; it doubles with each wrong password (ACC-4). */
export const firstDelaySeconds = 10;

/** design.md §4: what is typed into a form after the session has ended is kept (ACC-12). */
export const keptFormSeconds = 1_800;
export const keptFormBytesMax = 65_536;
/** Only for the token of a session that ended within this time. */
export const endedSessionSeconds = 86_400;
/** Challenges and questions for a new password are of no use to anybody after this time; sessions and the audit log stay. */
export const keptSeconds = 30 * 86_400;
/** The page after the question for a username shows what was asked for this long; the row is forgotten after a day. */
export const questionShownSeconds = 1_800;
export const questionKeptSeconds = 86_400;
/** How many devices and sessions the page of accesses lists. */
export const listMax = 100;
