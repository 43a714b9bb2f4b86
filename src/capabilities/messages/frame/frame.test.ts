import { expect, test } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { languages } from '#kernel/language.ts';
import type { Message } from '#kernel/message.ts';
import { readSettings } from '#kernel/settings.ts';
import { framed } from './index.ts';

// The frame asks the context for settings only.
const context = { settings: readSettings({ PUBLIC_ADDRESS: 'https://area.esempio.example' }, []) } as Context;

const message: Message = {
  subject: 'il tuo codice per pagare 312,40 €',
  blocks: [
    { kind: 'title', text: 'Conferma il pagamento' },
    { kind: 'paragraph', text: 'Scrivi questo codice nella pagina <aperta> & basta.' },
    { kind: 'code', code: '482913', label: 'Codice di conferma' },
    { kind: 'facts', rows: [{ label: 'Paghi', value: '312,40 €' }] },
    { kind: 'button', text: 'Apri', href: 'https://area.esempio.example/conferma/abc?a=1&b=2' },
    { kind: 'note', text: 'Vale fino alle 14:37.' },
  ],
  sms: 'Sportello: 482913',
};

test('[INT-3] the code stands first in the subject, once', () => {
  expect(framed(context, message, 'it').subject).toBe('482913: il tuo codice per pagare 312,40 €');
  expect(framed(context, { ...message, subject: '482913 è il tuo codice' }, 'it').subject).toBe(
    '482913 è il tuo codice',
  );
});

test('[INT-3] a subject without a code stays as it is, and nothing warns about codes', () => {
  const plain = framed(context, { ...message, blocks: [{ kind: 'paragraph', text: 'Ciao' }] }, 'it');
  expect(plain.subject).toBe(message.subject);
  expect(plain.text).not.toContain('non te lo chiede mai');
});

test('[INT-3] HTML and plain text say the same', () => {
  const { html, text } = framed(context, message, 'it');
  for (const words of ['Conferma il pagamento', '482913', 'Paghi', '312,40 €', 'Vale fino alle 14:37.']) {
    expect(html).toContain(words);
    expect(text).toContain(words);
  }
  expect(text).toContain('https://area.esempio.example/conferma/abc?a=1&b=2');
});

test('[INT-3] whatever stands in a block is text, never markup', () => {
  const { html } = framed(context, message, 'it');
  expect(html).not.toContain('<aperta>');
  expect(html).toContain('&#60;aperta&#62; &#38; basta');
});

test.each(languages)('[HLP-2] the frame in %s: language set, own words, links in that language', (language) => {
  const { html, text } = framed(context, message, language);
  expect(html).toContain(`<html lang="${language}"`);
  const prefix = language === 'it' ? '' : `/${language}`;
  expect(text).toContain(`https://area.esempio.example${prefix}/aiuto`);
  expect(text).toContain(`https://area.esempio.example${prefix}/assistenza`);
});

test('[INT-3] a message asks nothing of another server: no image, no script, no style sheet, no font', () => {
  expect(framed(context, message, 'it').html).not.toMatch(/<img|<script|<link|url\(|@import/);
});
