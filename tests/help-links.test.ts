// Every way that the help centre points to is a page that exists, and every picture of a guide is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capabilities } from '#capabilities/all.ts';
import { pictures } from '#capabilities/help/guides/catalogue.ts';
import { answerPage, centre, guideLinks, guidePage, reasonPage } from '#capabilities/help/index.ts';
import type { PaymentProvider } from '#capabilities/payments/index.ts';
import type { Context } from '#kernel/context.ts';
import { languages } from '#kernel/language.ts';
import { root } from '#kernel/root.ts';
import { readSettings } from '#kernel/settings.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import { routeOf } from './journeys/steps/routes.ts';

const settings = readSettings(
  {},
  capabilities.flatMap((one) => Object.values(one.settings ?? {})),
  [],
);
// Pages of the help centre ask the context for these only.
const context = {
  settings,
  capabilities,
  ports: { payment: [{ methods: ['card', 'mybank', 'satispay'] } as unknown as PaymentProvider] },
} as unknown as Context;
const visitor: Visitor = { kind: 'visitor', language: 'it', address: '192.0.2.1' };
const customer = { ...visitor, kind: 'customer' } as unknown as Customer;
const isPage = (href: string) => routeOf(new URL(href, 'http://x').href) !== undefined;

test.each(languages)(
  '[HLP-1] [HLP-4] %s: every address in answers, guides and pages of reasons is a page',
  (language) => {
    for (const reader of [
      { ...visitor, language },
      { ...customer, language },
    ]) {
      const page = centre(context, reader, {});
      const questions = page.groups.flatMap((group) => group.questions.map((one) => one.href));
      expect(questions.length).toBeGreaterThan(50);
      const hrefs = [
        ...questions,
        ...page.reasons.map((one) => one.href),
        ...questions
          .flatMap((href) => answerPage(context, reader, { name: href.slice('/aiuto/'.length) })?.ways ?? [])
          .map((way) => way.href),
        ...page.reasons
          .flatMap((one) => reasonPage(context, reader, { name: one.href.slice('/aiuto/perche/'.length) })?.ways ?? [])
          .map((way) => way.href),
        ...guideLinks(language).map((guide) => guide.href),
        ...guideLinks(language)
          .flatMap((guide) => guidePage(context, reader, { name: guide.name })?.ways ?? [])
          .map((way) => way.href),
      ];
      expect(hrefs.filter((href) => !isPage(href))).toEqual([]);
    }
  },
);

test('[HLP-1] an address that is none would be noticed', () => {
  expect(isPage('/pagina/che-non-esiste')).toBe(false);
  expect(isPage('/polizze/abc?x=1')).toBe(true);
});

describe.each(languages)('pictures in %s', (language) => {
  const folder = join(root, 'src/doors/web/guide-pictures', language);
  const wanted = pictures.flatMap((name) => [`${name}-dark.webp`, `${name}-light.webp`]).sort();

  test(`[HLP-4] ${language}: every picture is there in both themes, and no other`, () => {
    expect(existsSync(folder) && readdirSync(folder).sort()).toEqual(wanted);
  });

  test.each(wanted)(`[HLP-4] ${language}: %s is a WebP of a telephone, at most 60 kB`, (name) => {
    const content = readFileSync(join(folder, name));
    expect(content.byteLength).toBeLessThanOrEqual(60_000);
    expect(`${content.toString('latin1', 0, 4)} ${content.toString('latin1', 8, 16)}`).toBe('RIFF WEBPVP8X');
    // Extended WebP (RFC 9649, 2.7): the canvas, three bytes each, less one.
    const [width, height] = [content.readUIntLE(24, 3) + 1, content.readUIntLE(27, 3) + 1];
    expect(width / height).toBeCloseTo(390 / 700, 2);
  });
});
