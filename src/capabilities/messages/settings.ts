// How long and how often a message is tried. [INT-3]
import { numbers } from '#kernel/settings.ts';

export const settings = numbers({
  leaseSeconds: {
    env: 'MESSAGE_LEASE_SECONDS',
    default: 120,
    min: 30,
    max: 900,
    unit: 'seconds',
    id: 'INT-3',
    says: 'While one process sends a message no other touches it; longer than the senders ever take.',
  },
  triesMax: {
    env: 'MESSAGE_TRIES_MAX',
    default: 12,
    min: 1,
    max: 50,
    unit: 'tries',
    id: 'INT-3',
    says: 'After this many tries a message that nobody accepts has failed.',
  },
  sweepMax: {
    env: 'MESSAGE_SWEEP_MAX',
    default: 500,
    min: 10,
    max: 10_000,
    unit: 'messages',
    id: 'INT-3',
    says: 'How many waiting messages one sweep sends at most.',
  },
});

/** Seconds until the next try, after the first, second, third … failed one; the last goes on. */
export const retrySeconds = [20, 60, 120, 300, 600, 1800, 3600] as const;

/** How many messages one sweep sends side by side: a mail server greets a handful of connections, not hundreds. */
export const sideBySide = 5;

/** The state page: how far back it looks, and how long a message may wait until sending is called slow, or not working. */
export const vitalWindowSeconds = 1_800;
export const slowAfterSeconds = 120;
export const downAfterSeconds = 600;
