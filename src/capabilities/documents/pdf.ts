// The port to whatever makes PDFs, and the frame of every one of them: accessible, in the insurer's name. [DOC-2]
import { brandOf } from '#kernel/brand.ts';
import type { Context } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import type { Language } from '#kernel/language.ts';

export type PdfBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'amount'; label: string; value: string }
  /** A table of two columns with a head; identifiers in their own face. */
  | { kind: 'facts'; head: [string, string]; rows: { label: string; value: string; isIdentifier?: boolean }[] };

export type Pdf = {
  title: string;
  subtitle?: string;
  language: Language;
  /** The day it speaks of: the same content has the same bytes whenever it is made. */
  date: Day;
  /** Who issues it. */
  author: string;
  product: string;
  colour: string;
  footer: string;
  blocks: readonly PdfBlock[];
};

/** Makes a tagged PDF/UA-1 with title and language; throws when the content cannot be made accessible. */
export type Printer = { print(pdf: Pdf): Promise<Uint8Array> };

declare module '#kernel/context.ts' {
  interface Ports {
    printer: Printer;
  }
}

/** Makes a PDF in the insurer's frame: name, colour and legal line come from the brand. */
export function makePdf(
  context: Context,
  content: Pick<Pdf, 'title' | 'subtitle' | 'language' | 'date' | 'blocks'>,
): Promise<Uint8Array> {
  const brand = brandOf(context);
  return context.ports.printer.print({
    ...content,
    author: brand.legalName,
    product: brand.product,
    colour: brand.colours.brand.light,
    footer: brand.legalFooter[content.language],
  });
}
