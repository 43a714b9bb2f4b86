// What stands in a PDF is text, whoever wrote it: a name or a description of the core system runs nothing and reads nothing.
import { expect, test } from 'vitest';
import { typstPrinter } from '#adapters/pdf/index.ts';
import type { Pdf } from '#capabilities/documents/index.ts';

const printer = typstPrinter();
const pdf = (text: string): Pdf => ({
  title: text,
  subtitle: text,
  language: 'it',
  date: '2026-11-24' as Pdf['date'],
  author: text,
  product: text,
  colour: '#0b6e7c',
  footer: text,
  blocks: [
    { kind: 'heading', text },
    { kind: 'paragraph', text },
    { kind: 'note', text },
    { kind: 'amount', label: text, value: text },
    { kind: 'facts', head: [text, text], rows: [{ label: text, value: text, isIdentifier: true }] },
  ],
});

// Each would end the making of the document, or bring in what is not ours, were it read as markup.
test.each([
  '#panic("run")',
  '#read("/etc/passwd")',
  '#import "@preview/anything:1.0.0"',
  '$ #panic("run") $',
  '"); #panic("run") //',
  '*bold* _italic_ `code` = Title\n#pagebreak()',
  '\\u{0} #sys.inputs',
  '</script><b>x',
  '{{ data }}',
])('[DOC-2] %s in a document is text', async (text) => {
  const made = Buffer.from(await printer.print(pdf(text)));
  expect(made.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  // One page: a page break that was obeyed would have made more.
  expect(made.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
