// What a PDF says of itself: read with pdfinfo where there is one, and its language from the bytes.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

export type PdfFacts = {
  /** What pdfinfo prints, by its labels; nothing where there is no pdfinfo. */
  info: ReadonlyMap<string, string> | undefined;
  /** Of the document: `it-IT`. */
  language: string | undefined;
};

export function factsOfPdf(file: string): PdfFacts {
  const printed = spawnSync('pdfinfo', [file], { encoding: 'utf8' });
  const lines = (printed.stdout ?? '').split('\n').map((line) => /^([^:]+):\s*(.*)$/.exec(line));
  const info = printed.error
    ? undefined
    : new Map(lines.flatMap((line) => (line ? [[line[1] ?? '', line[2] ?? '']] : [])));
  return { info, language: /\/Lang\s*\(([^)]*)\)/.exec(contentOfPdf(file))?.[1] };
}

/** Everything outside of streams, and the objects that stand compressed in them. */
function contentOfPdf(file: string): string {
  const bytes = readFileSync(file);
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map((found) => {
    try {
      return inflateSync(bytes.subarray(found.index + found[0].length), { finishFlush: 2 }).toString('latin1');
    } catch {
      return '';
    }
  });
  return text + streams.join('\n');
}
