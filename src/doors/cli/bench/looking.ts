// Customers who look at pages in a browser, on a telephone's screen: how long until the whole page stands there.
import { chromium } from '@playwright/test';
import { chromium as browserPath } from '../../../../scripts/chromium.mjs';

/** The milliseconds from asking for a page until it stands there with styles, letters and pictures. */
type Look = (path: string) => Promise<number>;

const screen = { width: 390, height: 844 };

/** Opens a browser; `asCustomer` gives somebody a window of their own, by the token of their session. */
export async function withBrowser<T>(
  address: string,
  work: (asCustomer: (token: string) => Promise<Look>) => Promise<T>,
): Promise<T> {
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    return await work(async (token) => {
      const context = await browser.newContext({ viewport: screen });
      await context.addCookies([{ name: 'session', value: token, url: address }]);
      const page = await context.newPage();
      return async (path) => {
        const answer = await page.goto(`${address}${path}`, { waitUntil: 'load' });
        // Led elsewhere, to sign in, would be quick too.
        const isThere = answer?.status() === 200 && new URL(page.url()).pathname === path;
        if (!isThere) throw new Error(`${path} was answered with ${answer?.status()} ${page.url()}`);
        // Nought until the page's own work at its end is done, which a turn later it is.
        return page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const timing = () => performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
              const ask = () => (timing().loadEventEnd > 0 ? resolve(timing().loadEventEnd) : setTimeout(ask));
              ask();
            }),
        );
      };
    });
  } finally {
    await browser.close();
  }
}
