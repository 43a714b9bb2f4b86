// `npm test`: everything that must hold, on a fresh clone too. `npm test -- lint types` runs only those steps;
// `npm run journeys -- sign-in` hands what is no step on to the browser tests; `--full` walks the main job in every way.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './chromium.mjs';
import { build, Fault, install, main, pinnedNode, root, run, say } from './setup.mjs';

const results = join(root, '.sportello/results');
const tool = (path) => join(root, 'node_modules', path);
const counted = { passed: 0, failed: 0 };

/** Each step answers nothing when all is well, or what is wrong. */
const steps = {
  lint: [
    'format and lint',
    () => node([tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--reporter=summary']),
  ],
  generated: ['generated files', () => node([join(root, 'scripts/generate.ts'), '--check'])],
  types: ['types', () => node([tool('svelte-check/bin/svelte-check'), '--threshold', 'warning', '--output', 'human'])],
  unused: ['nothing unused', () => node([tool('knip/bin/knip.js'), '--no-progress'])],
  // Before the tests: the walk over every address and the crashes of the portal run what is served in production.
  build: ['build', () => build()],
  tests: ['rules, database, protocols', vitest],
  journeys: ['journeys in the browser', playwright],
};

const given = process.argv.slice(2);
const chosen = given.filter((one) => one in steps);
const further = given.filter((one) => !(one in steps) && one !== '--full');

main(async () => {
  await install();
  mkdirSync(results, { recursive: true });
  const failed = [];
  const start = performance.now();
  for (const [name, [title, work]] of Object.entries(steps)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const from = performance.now();
    let problem;
    try {
      problem = await work();
    } catch (error) {
      problem = error instanceof Fault ? error.message : (error?.stack ?? String(error));
    }
    const seconds = `${((performance.now() - from) / 1000).toFixed(1)} s`;
    console.log(`${problem === undefined ? '✓' : '✗'} ${title.padEnd(28)} ${seconds.padStart(8)}`);
    if (problem === undefined) continue;
    failed.push(title);
    console.log(problem.trimEnd());
  }
  console.log(`${((performance.now() - start) / 1000).toFixed(0)} s in all`);
  if (failed.length > 0) {
    process.exitCode = 1;
    console.log(`Not well: ${failed.join(', ')}.`);
  }
  console.log(`${counted.passed} passed, ${counted.failed} failed`);
});

/** Runs a tool with the pinned Node; its output only when it fails. */
async function node(command, env) {
  const { code, output } = await run(pinnedNode(), command, env ? { env } : {});
  return code === 0 ? undefined : output;
}

async function vitest() {
  const file = join(results, 'vitest.json');
  rmSync(file, { force: true });
  const command = [
    tool('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const problem = await node(command, { NO_COLOR: '1' });
  const report = read(file);
  if (!report) return problem ?? 'vitest left no report';
  counted.passed += report.numPassedTests;
  counted.failed += report.numFailedTests;
  // A file that cannot be loaded has no tests to count.
  if (problem !== undefined && report.numFailedTests === 0) counted.failed += report.numFailedTestSuites || 1;
  return problem;
}

async function playwright() {
  const browser = await chromium();
  await build();
  const file = join(results, 'playwright.json');
  rmSync(file, { force: true });
  const problem = await node([tool('@playwright/test/cli.js'), 'test', ...further], {
    CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    PLAYWRIGHT_HTML_OPEN: 'never',
    NO_COLOR: '1',
    ...(given.includes('--full') && { JOURNEYS: 'full' }),
  });
  const stats = read(file)?.stats;
  if (!stats) return problem ?? 'playwright left no report';
  counted.passed += stats.expected;
  counted.failed += stats.unexpected + stats.flaky;
  if (problem !== undefined && stats.unexpected + stats.flaky === 0) counted.failed += 1;
  return problem ?? (stats.flaky > 0 ? `${stats.flaky} passed only at the second try` : undefined);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    say(`no report in ${file}`);
    return undefined;
  }
}
