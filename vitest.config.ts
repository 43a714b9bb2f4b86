import { defineConfig } from 'vitest/config';

// Without SvelteKit's plugin: its servers do not close by themselves, and `#…` imports are Node's own.
export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'simulators/**/*.test.ts',
      'demo/**/*.test.ts',
      'tests/*.test.ts',
      'tests/world/*.test.ts',
      'tests/crash/*.test.ts',
      'tests/walk/*.test.ts',
      'tests/luck/*.test.ts',
      'tests/deploy/*.test.ts',
    ],
    globalSetup: ['tests/world/postgres.global.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
