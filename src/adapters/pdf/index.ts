// PDFs by Typst. It refuses what cannot be made accessible (no title, an image without words): a check that costs nothing.
// Text goes in as data, never as markup. The fonts lie beside this file with their licences.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Pdf, Printer } from '#capabilities/documents/index.ts';
import type { Language } from '#kernel/language.ts';
import { root } from '#kernel/root.ts';

const folder = join(root, 'src', 'adapters', 'pdf');
const regions: Record<Language, string> = { it: 'IT', en: 'GB', de: 'IT' };

type Compiler = {
  pdf(source: { mainFilePath: string; inputs: Record<string, string> }, options: { pdfStandard: 'ua-1' }): Uint8Array;
};

/** Makes the compiler at the first document: a tenth of a second that no start should wait for. */
export function typstPrinter(): Printer {
  let compiler: Compiler | undefined;
  return {
    async print(pdf) {
      compiler ??= openCompiler();
      const source = { mainFilePath: join(folder, 'frame.typ'), inputs: { data: JSON.stringify(dataOf(pdf)) } };
      return Uint8Array.from(compiler.pdf(source, { pdfStandard: 'ua-1' }));
    },
  };
}

function openCompiler(): Compiler {
  // A native addon: loaded when it is needed, and by the program's own resolution also from the bundle.
  const { NodeCompiler } = createRequire(join(root, 'package.json'))(
    '@myriaddreamin/typst-ts-node-compiler',
  ) as typeof import('@myriaddreamin/typst-ts-node-compiler');
  // The declarations of the addon know the standard only as an enum without its newest members.
  return NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontPaths: [join(folder, 'fonts')] }],
  }) as unknown as Compiler;
}

/** What the frame reads, in plain JSON. */
function dataOf(pdf: Pdf): unknown {
  const [year, month, day] = pdf.date.split('-').map(Number);
  return {
    ...pdf,
    subtitle: pdf.subtitle ?? null,
    region: regions[pdf.language],
    keywords: [pdf.product],
    date: { year, month, day },
    blocks: pdf.blocks.map((block) =>
      block.kind === 'facts'
        ? { ...block, rows: block.rows.map((row) => ({ ...row, identifier: row.isIdentifier ?? false })) }
        : block,
    ),
  };
}
