import type { Act } from '#kernel/capability.ts';

export const acts: readonly Act[] = [
  {
    name: 'confirmation.request_code',
    dispositive: false,
    because: 'Sends a new code to the same contact; changes nothing.',
  },
];
