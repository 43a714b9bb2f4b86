// What every step of a journey works with.
import { expect, type Locator, type Page } from '@playwright/test';
import type { TestPortal } from '../../world/portal.ts';
import type { Hand } from './hand.ts';
import { like, type Words } from './words.ts';

export type Walk = { page: Page; portal: TestPortal; words: Words; hand: Hand };

const main = (page: Page): Locator => page.getByRole('main');
export const button = ({ page }: Walk, text: string): Locator => main(page).getByRole('button', { name: like(text) });
export const link = ({ page }: Walk, text: string): Locator =>
  main(page)
    .getByRole('link', { name: like(text) })
    .first();
export const field = ({ page }: Walk, label: string): Locator => main(page).getByLabel(label, { exact: true });

/** The page with this heading, in this language. */
export async function isOn({ page, words }: Walk, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(like(heading));
  await expect(page.locator('html')).toHaveAttribute('lang', words.language);
}
