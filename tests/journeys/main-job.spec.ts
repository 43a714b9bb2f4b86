// The main job, end to end: a customer registers, signs in, sees the policies, chooses the contact that confirms, pays an
// instalment with a code, by card, MyBank or Satispay, and gets the receipt.
//
//   npm test                     every pair of values of: scripts on/off, 390/1280 wide, it/en/de, link/code, method
//   npm run journeys -- --full   the whole product of them, 72 runs (the same: JOURNEYS=full npm run journeys)
import { cast } from '../../demo/cast.ts';
import { expect, test } from '../world/journey.ts';
import { everyRun, missingPairs, pairwise, type Run } from './main-job.runs.ts';
import { registerByCode, registerByLink, signInAgain, signOut } from './steps/entering.ts';
import { pointer } from './steps/hand.ts';
import { codeIn, messagesTo } from './steps/inbox.ts';
import {
  askToPay,
  chooseContact,
  confirmPayment,
  downloadReceipt,
  isPaid,
  openPolicy,
  payAtProvider,
} from './steps/paying.ts';
import { factsOfPdf } from './steps/pdf.ts';
import type { Walk } from './steps/walk.ts';
import { any, like, wordsIn } from './steps/words.ts';

const { marta } = cast;
const amount = /273[.,]50/;
const newcomer = { username: marta.email, codiceFiscale: marta.codiceFiscale, password: 'quattro gatti sul tetto' };
const runs = process.env.JOURNEYS === 'full' ? everyRun : pairwise;
const named = ({ scripts, width, language, way, method }: Run) =>
  `scripts ${scripts}, ${width} wide, ${language}, by ${way}, with ${method}`;

test('every pair of values is walked', { tag: '@scripts-on' }, () => {
  expect(missingPairs(runs)).toEqual([]);
  expect(missingPairs(pairwise.slice(1))).not.toEqual([]);
});

/** The way of this run is really the way of this browser: its width, and whether anything improves the password field. */
async function runsAs({ page, words }: Walk, { scripts, width }: Run): Promise<void> {
  expect(page.viewportSize()?.width).toBe(width);
  const show = page.getByRole('button', { name: words.web('web.show_password') });
  await expect(show).toBeVisible({ visible: scripts === 'on' });
}

for (const run of runs) {
  test.describe(named(run), () => {
    test.use({ viewport: { width: run.width, height: run.width === 390 ? 844 : 900 } });

    test(
      '[DUT-3] [REG-1] [REG-3] [ACC-1] [POL-1] [CNF-1] [CNF-5] [PAY-1] [PAY-3] [PAY-5] [PAY-7] [DOC-2] [HLP-2] the main job',
      {
        tag: `@scripts-${run.scripts}`,
      },
      async ({ page, context, browser, portal }, info) => {
        test.slow();
        await portal.renew();
        const asking: Walk = { page, portal, words: wordsIn(run.language), hand: pointer };
        let walk = asking;
        if (run.way === 'code') await registerByCode(walk, newcomer);
        else {
          // Another browser, in which the link was opened: it goes on there.
          const other = await browser.newContext({ baseURL: portal.address });
          walk = { ...asking, page: await other.newPage() };
          await registerByLink(asking, walk, newcomer);
          await context.close();
        }
        await signOut(walk);
        await runsAs(walk, run);
        await signInAgain(walk, newcomer);
        await chooseContact(walk, marta.mobile, '330 ••• •536');
        const { words } = walk;
        await openPolicy(walk, words.policies('policies.line', { line: 'motor' }));
        const message = await askToPay(walk, marta.mobile, run.method);
        expect(message.text).toMatch(amount);
        await confirmPayment(walk, codeIn(message), run.method);
        await payAtProvider(walk, 'paid', run.method);
        await isPaid(walk, run.scripts === 'on');

        const download = await downloadReceipt(walk);
        expect(download.suggestedFilename()).toMatch(/-2026-\d{6}\.pdf$/);
        const file = info.outputPath('receipt.pdf');
        await download.saveAs(file);
        const { info: said, language } = factsOfPdf(file);
        expect(language).toMatch(new RegExp(`^${run.language}(-|$)`));
        if (said) {
          expect(said.get('Tagged')).toBe('yes');
          expect(said.get('Title')).toMatch(like(words.payments('payments.receipt_title', { number: any })));
        }

        await walk.page.goto(words.path('/documenti'));
        await expect(walk.page.getByRole('main').getByRole('listitem').filter({ hasText: '2026-' })).toHaveCount(1);
        await openPolicy(walk, words.policies('policies.line', { line: 'motor' }));
        await expect(walk.page.getByRole('main').getByText(amount).first()).toBeAttached();
        // Messages after the registration are in the language that the agency knows of her.
        const mails = await messagesTo(portal, marta.email);
        const received = wordsIn(marta.language).payments('payments.received_subject', { amount: any });
        expect(mails.map((mail) => mail.subject)).toContainEqual(expect.stringMatching(like(received)));
      },
    );
  });
}
