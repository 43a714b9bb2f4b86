// The same address in every language: `lang` says it, no sentence is missing, none is left in another language.
import type { Page } from '@playwright/test';
import { inLanguage, type Language, languages } from '#kernel/language.ts';

/** Words that no sentence of the language does without, and that the other two do not have. */
const tellTale: Record<Language, RegExp> = {
  it: /(?<![\p{L}’'])(della|delle|dello|che|una|questo|questa|perché|sono|puoi|quando|anche|gli)(?![\p{L}’'])/iu,
  en: /(?<![\p{L}’'])(the|your|you|with|this|that|when|which|have)(?![\p{L}’'])/iu,
  de: /(?<![\p{L}’'])(der|und|nicht|eine|Sie|wenn|mit|auch|wird|ist)(?![\p{L}’'])/u,
};
/** What looks like the name of a sentence instead of the sentence: `web.error_home`. */
const key =
  /\b(web|parts|access|registration|confirmation|contacts|codes|payments|policies|documents|requests|help|parties|profile)\.[a-z]+_[a-z_]+\b/;
const placeholder = /\{\w+[,}]|undefined|\[object|NaN/;

type Text = { lang: string; title: string; texts: string[] };

/** Every fault of this page in the three languages. The page must be one that can be asked for with GET. */
export async function textFaults(page: Page, address: string): Promise<string[]> {
  const { pathname, search } = new URL(page.url());
  const path = (pathname.replace(/^\/(en|de)(?=\/|$)/, '') || '/') + search;
  const faults: string[] = [];
  const texts = new Map<Language, Text>();
  for (const language of languages) {
    const answer = await page.request.get(address + inLanguage(language, path), {
      headers: { accept: 'text/html' },
    });
    const text = await page.evaluate(readTexts, await answer.text());
    texts.set(language, text);
    const fault = (what: string) => faults.push(`in ${language}: ${what}`);
    if (answer.status() >= 500) fault(`status ${answer.status()}`);
    if (text.lang !== language) fault(`lang is ${text.lang}`);
    for (const sentence of [text.title, ...text.texts]) {
      if (key.test(sentence) || placeholder.test(sentence)) fault(`a sentence is missing: ${sentence}`);
      for (const other of languages) {
        if (other !== language && tellTale[other].test(sentence)) fault(`left in ${other}: ${sentence}`);
      }
    }
  }
  for (const language of languages.slice(1)) {
    const italian = new Set(texts.get('it')?.texts);
    for (const sentence of texts.get(language)?.texts ?? []) {
      if (italian.has(sentence) && isSentence(sentence)) faults.push(`in ${language}: as in Italian: ${sentence}`);
    }
  }
  return faults;
}

/** Four words or more without a number among them, not all of them names: names and amounts are the same everywhere. */
const isSentence = (text: string): boolean => {
  const parts = text.split(' ');
  const isAllWords = parts.every((word) => /^[\p{L}’'-]+[,.:;!?]?$/u.test(word));
  return isAllWords && parts.length >= 4 && parts.filter((word) => /^\p{Ll}/u.test(word)).length >= 2;
};

/** In the browser: what a page says, apart from what is marked as another language or as nobody's words. */
function readTexts(html: string): Text {
  const read = new DOMParser().parseFromString(html, 'text/html');
  const texts: string[] = [];
  const walker = read.createTreeWalker(read.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest('script, style, [lang]:not(html), [translate="no"]')) continue;
    const text = node.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    if (text !== '') texts.push(text);
  }
  for (const element of read.body.querySelectorAll('[aria-label], [alt], [title], [placeholder]')) {
    if (element.closest('[lang]:not(html)')) continue;
    for (const name of ['aria-label', 'alt', 'title', 'placeholder']) {
      const text = element.getAttribute(name)?.trim();
      if (text) texts.push(text);
    }
  }
  return { lang: read.documentElement.lang, title: read.title, texts };
}
