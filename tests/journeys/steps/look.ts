// One look at the page that is open: with axe in both themes at two widths, with the page's own scripts running and blocked
// at the network; its heading, title, language; nothing wider than a small phone; no request that was not meant.
// What is wrong is collected, so that one run says everything.
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import type { Language } from '#kernel/language.ts';
import type { TestPortal } from '../../world/portal.ts';
import { textFaults } from './languages.ts';
import { routeOf } from './routes.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colourRules = ['color-contrast', 'link-in-text-block'];
const narrow = { width: 390, height: 844 };
const wide = { width: 1280, height: 900 };
/** WCAG 1.4.10: nothing scrolls sideways in a window of this width. */
const smallest = { width: 320, height: 640 };
const scriptFiles = /\.js(\?|$)/;

/** In the browser: what opens at a press is looked at too. */
function openAll(): void {
  for (const details of document.querySelectorAll('details')) details.open = true;
}

type Rules = { type: 'tag' | 'rule'; values: string[] };

/** What axe finds on the page as it is, a line each. It comes into a document once, and stays for what is asked next. */
export async function barriers(page: Page, runOnly: Rules = { type: 'tag', values: tags }): Promise<string[]> {
  // A timed refresh that the reader has asked for is the one excepted rule (ux.md §8).
  const isFollowing = new URL(page.url()).searchParams.has('segui');
  const rules = isFollowing ? { 'meta-refresh': { enabled: false } } : {};
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // Our pages have no frames, and no rule that is asked for needs style sheets read a second time.
  const options: axe.RunOptions = { runOnly, rules, resultTypes: ['violations'], preload: false, iframes: false };
  return page.evaluate(async (given) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    const { violations } = await here.run(document, given);
    return violations.map(({ id, nodes }) => {
      const where = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`);
      return `${id}: ${where.join(' | ')}`;
    });
  }, options);
}

export class Looker {
  readonly routes = new Set<string>();
  readonly faults: string[] = [];
  readonly #titles = new Map<string, string>();
  readonly page: Page;
  readonly portal: TestPortal;
  readonly language: Language;

  constructor(page: Page, portal: TestPortal, language: Language) {
    this.page = page;
    this.portal = portal;
    this.language = language;
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) this.#fault(`policy: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.#fault(`script: ${error.message}`));
    page.on('request', (request) => {
      const { origin } = new URL(request.url());
      if (origin === portal.address || request.isNavigationRequest()) return;
      if (new URL(page.url()).origin === portal.address) this.#fault(`asks ${origin} for something`);
    });
  }

  /** Opens an address of ours and looks at it. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.look();
  }

  /** The page as it is: after a refused form it is the answer of a POST, which is not asked for again. */
  async look(state = ''): Promise<void> {
    const { page } = this;
    const route = routeOf(page.url());
    if (state === '' && route) this.routes.add(route);
    const name = [route ?? new URL(page.url()).pathname, state].filter((part) => part !== '').join(', ');
    await this.#document(name, route ?? 'none', state);
    await page.evaluate(openAll);
    await this.#axe(name);
    await this.#width(name);
    if (state !== '') return;
    this.faults.push(...(await textFaults(page, this.portal.address)).map((fault) => `${name}: ${fault}`));
    await page.route(scriptFiles, (request) => request.abort());
    await page.reload();
    await page.evaluate(openAll);
    await this.#axe(`${name} without its scripts`, false);
    await page.unroute(scriptFiles);
  }

  /** Everything that was to be seen has been, and nothing was wrong. */
  finish(expected: readonly string[]): void {
    expect(this.faults).toEqual([]);
    expect([...this.routes].sort()).toEqual([...expected].sort());
  }

  #fault(text: string): void {
    this.faults.push(`${routeOf(this.page.url()) ?? this.page.url()}: ${text}`);
  }

  async #document(name: string, route: string, state: string): Promise<void> {
    const { page, language, faults } = this;
    const found = await page.evaluate(() => ({
      language: document.documentElement.lang,
      title: document.title,
      headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
        // The summary of a refused form stands before everything (GOV.UK) and is announced by itself.
        .filter((heading) => heading.checkVisibility() && !heading.closest('[role="alert"]'))
        .map((heading) => Number(heading.tagName.slice(1))),
      first: document.querySelector('main h1')?.textContent?.trim() ?? '',
      styled: document.querySelectorAll('[style], style').length,
    }));
    const is = (holds: boolean, text: string) => {
      if (!holds) faults.push(`${name}: ${text}`);
    };
    is(found.language === language, `lang is ${found.language}`);
    is(found.headings.filter((level) => level === 1).length === 1 && found.first !== '', `not one h1 in main`);
    const jumps = found.headings.some((level, at) => level > (found.headings[at - 1] ?? 0) + 1);
    is(!jumps, `headings jump: ${found.headings.join(' ')}`);
    is(found.styled === 0, `${found.styled} elements with styles of their own`);
    is(/^.+ – Sportello$/.test(found.title), `title «${found.title}»`);
    const other = this.#titles.get(found.title);
    is(state !== '' || !other || other === route, `has the title of ${other}: ${found.title}`);
    if (state === '') this.#titles.set(found.title, route);
  }

  /** Every rule at both widths; in the other theme the ones that colours decide, which scripts do not change. */
  async #axe(name: string, hasBothThemes = true): Promise<void> {
    const { page } = this;
    for (const [size, whole, colours] of [
      [narrow, 'light', 'dark'],
      [wide, 'dark', 'light'],
    ] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: whole, reducedMotion: 'reduce' });
      await this.#rules(`${name}, ${size.width} ${whole}`, { type: 'tag', values: tags });
      if (!hasBothThemes) continue;
      await page.emulateMedia({ colorScheme: colours });
      await this.#rules(`${name}, ${size.width} ${colours}`, { type: 'rule', values: colourRules });
    }
  }

  async #rules(name: string, runOnly: Rules): Promise<void> {
    const found = await barriers(this.page, runOnly);
    this.faults.push(...found.map((fault) => `${name}: ${fault}`));
  }

  async #width(name: string): Promise<void> {
    const { page, faults } = this;
    await page.setViewportSize(smallest);
    const wider = await page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return [];
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > room + 1)
        .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
        .slice(0, 4);
    });
    if (wider.length > 0) faults.push(`${name}: scrolls sideways at 320: ${wider.join(', ')}`);
    await page.setViewportSize(narrow);
  }
}
