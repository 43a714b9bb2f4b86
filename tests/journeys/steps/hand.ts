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

  /** Tab after Tab, over the skip link where the page begins; the ring must show where one is. */
  async function reach(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stop = 0; !(await has(target)); stop += 1) {
      expect(stop, `${target} is reached with the Tab key`).toBeLessThan(stopsMax);
      await page.keyboard.press('Tab');
      if (await has(page.locator('a.skip'))) await page.keyboard.press('Enter');
    }
    const ring = await target.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
    });
    expect(ring, `${target} shows that it has the focus`).toBeGreaterThanOrEqual(2);
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
