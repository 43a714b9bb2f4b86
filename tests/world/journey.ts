// What a journey starts from: `import { expect, test } from '../world/journey.ts'`. Every worker of the runner has a portal
// of its own with the whole fictional insurer in it; `portal.renew()` brings back its first morning.
import { test as base } from '@playwright/test';
import { type TestPortal, testPortal } from './portal.ts';

export { expect } from '@playwright/test';

export const test = base.extend<object, { portal: TestPortal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of the fixtures from this parameter
    async ({}, use) => {
      const admin = process.env.JOURNEYS_SERVER;
      if (!admin) throw new Error('the journeys run through `npm run journeys`');
      const portal = await testPortal(admin);
      await use(portal);
      await portal.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.address),
});
