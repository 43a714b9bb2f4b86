import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadPlaces, type Place } from '#capabilities/parties/index.ts';
import { end, exits, type Noun, print, say, withContext } from './frame.ts';

// The two shapes in which such lists are found: an array of municipalities with their postcodes, or a row a pair.
const json = z.array(
  z.object({ nome: z.string(), sigla: z.string(), codiceCatastale: z.string(), cap: z.array(z.string()) }),
);
const postcode = /^\d{5}$/;

/** The pairs of a list in JSON, or in CSV with the columns belfiore, municipality, province, postcode. */
function placesFrom(text: string): Place[] | string {
  if (text.trimStart().startsWith('[')) {
    const parsed = json.safeParse(JSON.parse(text));
    if (!parsed.success)
      return `the list does not fit: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`;
    return parsed.data.flatMap((one) =>
      one.cap.map((cap) => ({
        belfiore: one.codiceCatastale,
        municipality: one.nome,
        province: one.sigla,
        postcode: cap,
      })),
    );
  }
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const at = head.split(/[;,]/).map((name) => name.trim().toLowerCase());
  const columns = ['belfiore', 'municipality', 'province', 'postcode'].map((name) => at.indexOf(name));
  if (columns.includes(-1)) return 'the first line must name the columns belfiore, municipality, province, postcode';
  return lines.filter(Boolean).map((line) => {
    const cells = line.split(/[;,]/);
    const [belfiore = '', municipality = '', province = '', code = ''] = columns.map(
      (column) => cells[column]?.trim() ?? '',
    );
    return { belfiore, municipality, province, postcode: code };
  });
}

export const places: Noun = (program) => {
  program
    .command('places')
    .description('lists of places')
    .command('load <file>')
    .description('replaces the postcodes of municipalities (CON-8); JSON or CSV')
    .option('--dry-run', 'only check the list')
    .option('--json', 'for machines')
    .action(async (file: string, options: { dryRun?: boolean; json?: boolean }) => {
      const list = placesFrom(await readFile(file, 'utf8'));
      const wrong =
        typeof list === 'string' ? list : list.find((one) => !postcode.test(one.postcode) || one.belfiore === '');
      if (typeof list === 'string' || wrong) {
        say(
          typeof wrong === 'string'
            ? wrong
            : `not a postcode of five digits with its Belfiore code: ${JSON.stringify(wrong)}`,
        );
        return end(exits.failed);
      }
      if (options.dryRun)
        return print(options, { wouldLoad: list.length }, [`The list is good: ${list.length} pairs.`]);
      const loaded = await withContext('command', (context) => loadPlaces(context, list));
      print(options, { loaded }, [`${loaded} pairs of municipality and postcode loaded.`]);
    });
};
