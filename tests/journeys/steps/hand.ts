// How a person works the page: with a pointer, or with nothing but the keyboard.
import { expect, type Locator, type Page } from '@playwright/test';

export type Hand = {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  choose(target: Locator): Promise<void>;
};

export const pointer: Hand = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: (target) => target.check(),
};

/** More stops than any page has; then the target cannot be reached. */
const stopsMax = 150;

export function keyboard(page: Page): Hand {
  const has = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  const isAtSkipLink = () => page.evaluate(() => document.activeElement?.matches('a.skip') ?? false);

  /** Tab after Tab, over the skip link where the page begins; the ring must show where one is. */
  async function reach(target: Locator): Promise<void> {
    await target.waitFor();
    const isInMain = await target.evaluate((element) => element.closest('main') !== null);
    for (let stop = 0; !(await has(target)); stop += 1) {
      expect(stop, `${target} is reached with the Tab key`).toBeLessThan(stopsMax);
      await page.keyboard.press('Tab');
      if (isInMain && (await isAtSkipLink())) await page.keyboard.press('Enter');
    }
    expect(await target.evaluate(widthOfRing), `${target} shows that it has the focus`).toBeGreaterThanOrEqual(2);
  }

  return {
    async press(target) {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    async write(target, text) {
      await reach(target);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    async choose(target) {
      await reach(target);
      await page.keyboard.press('Space');
      await expect(target).toBeChecked();
    },
  };
}

/** In the browser: the ring of an element, or of the row that its link covers. */
function widthOfRing(element: Element): number {
  const widths = [getComputedStyle(element), getComputedStyle(element, '::after')].map((style) =>
    style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
  );
  return Math.max(...widths);
}
