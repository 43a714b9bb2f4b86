// docs/reference/delivery-csv.md: the columns of every entity of a delivery as CSV, from the schemas that check the rows.
import { type CellKind, columnsOf } from '../src/capabilities/integration/index.ts';
import type { Capability } from '../src/kernel/capability.ts';

const cells: Record<CellKind, string> = {
  text: 'text',
  day: 'day: `24/11/2026` or `2026-11-24`',
  moment: 'moment: `24/11/2026 14:35` on the clocks of Rome, or `2026-11-24T14:35:00+01:00`',
  euros: 'euros: `1.234,56`',
  integer: 'whole number',
  number: 'number: `43,77`',
  boolean: '`sì` or `no`',
  texts: 'texts between bars: `uno|due`',
  json: 'JSON',
};

const introduction = `# The columns of a delivery as CSV

Made by \`npm run generate\` from the schemas that check the rows; [the JSON Schemas](../../contracts/delivery) say the same of JSON
Lines. A file whose name ends in \`.csv\` is read as CSV, any other as JSON Lines; one delivery may have both.

- **UTF-8**, with or without a byte order mark. Cells are kept apart by semicolons, commas or tabs, whichever the header has most of.
  Lines end in LF or CRLF. A cell with a separator, a line break or a quotation mark in it stands in quotes, and the mark is doubled.
- **The header** names columns in any order. A column that is not in this list, one that stands there twice, and a required one that is
  missing refuse the delivery before anything is taken.
- **Amounts** are euros with a decimal comma, thousands with or without points: \`1.234,56\`, \`1234,5\`, \`1234\`. \`1234.56\` can only mean
  cents and is taken; whatever could mean two things is refused. Their columns are called as in JSON Lines without \`Cents\`.
- **Days** are \`24/11/2026\` (the day first, always) or \`2026-11-24\`; moments likewise.
- **Yes and no**: \`sì\`, \`si\`, \`vero\`, \`true\`, \`1\` and \`no\`, \`falso\`, \`false\`, \`0\`, small or large.
- **An empty cell** says nothing: the field is absent.
- **Within another value** a dot goes down: \`names.it\`. A list of texts stands in one cell with bars between them, or as a list of JSON
  where a text has a bar. What is deeper stands in its cell as JSON, with amounts in cents as in JSON Lines.
- **\`deleted\`** with \`sì\` ends what the key names; the other cells of that row but \`version\` are not read.

What is wrong is reported with the file, the physical line where the row starts (the header is line 1), the column and the reason.
`;

/** The text of the reference. */
export function columnReference(capabilities: readonly Capability[]): string {
  const intakes = capabilities.flatMap((capability) => capability.intakes ?? []);
  const parts = intakes.map(({ entity, schema }) => {
    const rows = columnsOf(schema).map(
      ({ name, kind, isRequired, says }) => `| \`${name}\` | ${isRequired ? 'yes' : ''} | ${cells[kind]} | ${says} |`,
    );
    return `\n## ${entity}\n\n| column | required | cell | |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return introduction + parts.join('');
}
