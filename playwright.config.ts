import { defineConfig } from '@playwright/test';

/** The browser is found by scripts/chromium.mjs; nothing is downloaded and nothing is asked of anybody outside. */
const launchOptions = {
  ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '*.spec.ts',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: '.sportello/results/journeys',
  globalSetup: './tests/world/portal.global.ts',
  reporter: [
    ['dot'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? '.sportello/results/playwright.json' }],
  ],
  use: {
    launchOptions,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  // A test runs with and without scripts, unless its tag says that it is about one of the two.
  projects: [
    { name: 'scripts on', grepInvert: /@scripts-off/ },
    { name: 'scripts off', grepInvert: /@scripts-on/, use: { javaScriptEnabled: false } },
  ],
});
