// How long codes are, how often they may be tried and asked for. [REG-4] [CNF-2] [REQUIREMENTS 15]
import { numbers } from '#kernel/settings.ts';

export const settings = numbers({
  triesMax: {
    env: 'CODE_TRIES_MAX',
    default: 5,
    min: 1,
    max: 10,
    unit: 'tries',
    id: 'CNF-2',
    says: 'Wrong codes after which the right one is refused too and a new message is needed.',
  },
  perContactHour: {
    env: 'SENDS_PER_CONTACT_HOUR',
    default: 5,
    min: 1,
    max: 1_000_000,
    unit: 'messages',
    id: 'REG-4',
    says: 'Messages to one contact in an hour, asked for without signing in.',
  },
  perContactDay: {
    env: 'SENDS_PER_CONTACT_DAY',
    default: 10,
    min: 1,
    max: 1_000_000,
    unit: 'messages',
    id: 'REG-4',
    says: 'Messages to one contact in a day, asked for without signing in.',
  },
  perAddressHour: {
    env: 'SENDS_PER_ADDRESS_HOUR',
    default: 30,
    min: 1,
    max: 1_000_000,
    unit: 'messages',
    id: 'REG-4',
    says: 'Messages that one network address (IPv6: one /64) may ask for in an hour without signing in.',
  },
  overallHour: {
    env: 'SENDS_OVERALL_HOUR',
    default: 2_000,
    min: 1,
    max: 10_000_000,
    unit: 'messages',
    id: 'REG-4',
    says: 'Messages that everybody together may ask for in an hour without signing in.',
  },
});

/** ux.md §4.1. A new code asked for sooner than this after the last one is not sent: the last one is still on its way. */
export const resendSeconds = 30;

/** How many earlier codes a wrong one is compared with, to say "there is a newer one" (CNF-9). */
export const olderSendsMax = 5;
