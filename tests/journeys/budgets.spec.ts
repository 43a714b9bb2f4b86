// What Home costs the reader, in bytes as they travel (stack.md §9, ux.md §7): text as brotli, fonts as they are.
import { brotliCompressSync, constants } from 'node:zlib';
import { cast } from '../../demo/cast.ts';
import { expect, test } from '../world/journey.ts';
import { signIn } from './steps/entering.ts';
import { pointer } from './steps/hand.ts';
import { wordsIn } from './steps/words.ts';

const kilobyte = 1000;
const budgets = { scripts: 15 * kilobyte, pageWithStylesAndFonts: 90 * kilobyte };

/** What a proxy makes of a page on the fly; our own files are compressed harder when they are built. */
const brotli = (body: Buffer): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).byteLength;

test('[DUT-3] budgets of Home: scripts at most 15 kB, page with styles and fonts at most 90 kB', {
  tag: '@scripts-on',
}, async ({ page, context, portal }) => {
  await portal.renew();
  await signIn({ page, portal, words: wordsIn('it'), hand: pointer }, cast.giulia);
  // A first visit: nothing of it is in the browser yet.
  const first = await context.newPage();
  const session = await context.newCDPSession(first);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const bytes: Record<string, number> = {};
  const answers: Promise<void>[] = [];
  first.on('response', (response) => {
    const type = response.request().resourceType();
    const measure = async () => {
      const body = await response.body();
      bytes[type] = (bytes[type] ?? 0) + (type === 'font' ? body.byteLength : brotli(body));
    };
    answers.push(measure());
  });
  await first.goto('/', { waitUntil: 'networkidle' });
  await Promise.all(answers);
  const { document = 0, stylesheet = 0, font = 0, script = 0 } = bytes;
  test.info().annotations.push({ type: 'bytes', description: JSON.stringify(bytes) });
  expect(document * stylesheet * font * script, `each kind was seen: ${JSON.stringify(bytes)}`).toBeGreaterThan(0);
  expect(script).toBeLessThanOrEqual(budgets.scripts);
  expect(document + stylesheet + font).toBeLessThanOrEqual(budgets.pageWithStylesAndFonts);
});
