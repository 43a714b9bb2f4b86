// For tests of the import: a delivery in which some rows are wrong, each in a known way, or in which children come first.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse/sync';
import { type Chance, chanceOf } from './chance.ts';
import { columnOf, fieldsOf, quoted } from './csv.ts';
import { gatheredMax, type Manifest, type ManifestFile, writeManifest } from './delivery.ts';
import type { Entity } from './rows.ts';

/**
 * A row that was damaged. `line` counts from 1; `field` is the one an import must name (of CSV its column), empty for a line
 * that cannot be read at all.
 */
export type Damaged = { entity: string; file: string; line: number; key: string; field: string; kind: Damage['kind'] };

type Row = Record<string, unknown>;
type Damage = {
  kind: 'not_json' | 'missing' | 'wrong_value' | 'wrong_check' | 'wrong_day' | 'no_parent';
  field: string;
};

const damages: Record<Entity, Damage[]> = {
  agencies: [{ kind: 'missing', field: 'name' }],
  products: [{ kind: 'wrong_value', field: 'line' }],
  parties: [
    { kind: 'wrong_check', field: 'codiceFiscale' },
    { kind: 'wrong_value', field: 'kind' },
    { kind: 'missing', field: 'customerCode' },
    { kind: 'no_parent', field: 'agency' },
  ],
  contacts: [
    { kind: 'wrong_value', field: 'value' },
    { kind: 'missing', field: 'kind' },
    { kind: 'no_parent', field: 'party' },
  ],
  links: [
    { kind: 'wrong_day', field: 'since' },
    { kind: 'no_parent', field: 'to' },
  ],
  consents: [
    { kind: 'missing', field: 'isGiven' },
    { kind: 'no_parent', field: 'party' },
  ],
  paperless: [
    { kind: 'wrong_day', field: 'since' },
    { kind: 'no_parent', field: 'party' },
  ],
  policies: [
    { kind: 'wrong_day', field: 'startsOn' },
    { kind: 'wrong_value', field: 'state' },
    { kind: 'missing', field: 'number' },
    { kind: 'no_parent', field: 'product' },
  ],
  roles: [
    { kind: 'wrong_value', field: 'role' },
    { kind: 'no_parent', field: 'party' },
  ],
  coverages: [
    { kind: 'missing', field: 'names' },
    { kind: 'no_parent', field: 'policy' },
  ],
  goods: [
    { kind: 'wrong_value', field: 'kind' },
    { kind: 'no_parent', field: 'policy' },
  ],
  payables: [
    { kind: 'wrong_value', field: 'amountCents' },
    { kind: 'wrong_day', field: 'dueOn' },
    { kind: 'wrong_value', field: 'state' },
    { kind: 'no_parent', field: 'policy' },
  ],
};
const notJson: Damage = { kind: 'not_json', field: '' };

/**
 * Damages about `percent` of a hundred rows in place, and makes the manifest right again. Children of a damaged parent
 * stay whole, but an import cannot place them: name leaf entities where a test wants to count exactly.
 */
export async function damageDelivery(
  folder: string,
  { percent, seed, entities }: { percent: number; seed: number; entities?: readonly Entity[] },
): Promise<Damaged[]> {
  const manifest = await readManifest(folder);
  const found: Damaged[] = [];
  for (const file of manifest.files) {
    // The manifest was written by this generator, so its entities are those of the table.
    const entity = file.entity as Entity;
    if (entities && !entities.includes(entity)) continue;
    const chance = chanceOf('damage', seed, entity);
    file.sha256 = await rewrite(folder, file, (text, line, shape) => {
      if (!chance.is(percent / 100)) return text;
      const row = shape.read(text);
      const damage = chance.is(0.1) ? notJson : chance.pick(damages[entity]);
      const field = shape.nameOf(damage.field);
      found.push({ entity, file: file.file, line, key: String(row.key), kind: damage.kind, field });
      return damaged(text, row, { kind: damage.kind, field }, chance, shape);
    });
  }
  await writeManifest(folder, manifest);
  return found;
}

/** Changes rows in place, each by its entity and its number from 0, and makes the manifest right again. */
export async function changeRows(
  folder: string,
  change: (entity: Entity, row: Row, index: number) => Row,
): Promise<void> {
  const manifest = await readManifest(folder);
  for (const file of manifest.files) {
    let index = 0;
    file.sha256 = await rewrite(folder, file, (text, _line, shape) =>
      // The manifest was written by this generator.
      shape.write(change(file.entity as Entity, shape.read(text), index++)),
    );
  }
  await writeManifest(folder, manifest);
}

/** Turns the order of the files round, so that every row comes before what it refers to. */
export async function putChildrenFirst(folder: string): Promise<void> {
  const manifest = await readManifest(folder);
  await writeManifest(folder, { ...manifest, files: manifest.files.reverse() });
}

/** How a row stands in a line of a file. */
type Shape = { read(text: string): Row; write(row: Row): string; nameOf(field: string): string; badDay: string };

const jsonShape: Shape = {
  read: (text) => JSON.parse(text),
  write: (row) => JSON.stringify(row),
  nameOf: (field) => field,
  badDay: '2026-02-30',
};

/** Every cell a text, by the name of its column; no text of the demo has a line break in it. */
function csvShape(entity: Entity): Shape {
  const columns = fieldsOf(entity).map(columnOf);
  return {
    read: (text) => {
      const [cells = []] = parse(text, { delimiter: ';' }) as string[][];
      return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
    },
    // A field that is gone may have had several columns.
    write: (row) => `${columns.map((column) => (isGone(row, column) ? '' : quoted(String(row[column])))).join(';')}\r`,
    nameOf: columnOf,
    badDay: '30/02/2026',
  };
}

const isGone = (row: Row, column: string): boolean => {
  const [whole = ''] = column.split('.');
  return row[column] === undefined || (whole in row && row[whole] === undefined);
};

function damaged(text: string, row: Row, { kind, field }: Damage, chance: Chance, shape: Shape): string {
  const changed = (value: unknown): string => shape.write({ ...row, [field]: value });
  switch (kind) {
    case 'not_json':
      return text.slice(0, chance.integer(1, text.length - 1));
    case 'missing':
      return changed(undefined);
    case 'wrong_value':
      return changed(field.startsWith('amount') ? -1 : 'nonsense');
    case 'wrong_check':
      return changed(withWrongCheck(String(row[field] || 'RSSMRA85T10A562S')));
    case 'wrong_day':
      return changed(shape.badDay);
    case 'no_parent':
      return changed(`${String(row[field])}-nowhere`);
  }
}

/** The next letter or digit in the last place. */
function withWrongCheck(code: string): string {
  const last = code.charCodeAt(code.length - 1);
  const next = last === 57 ? 48 : last === 90 ? 65 : last + 1;
  return code.slice(0, -1) + String.fromCharCode(next);
}

const readManifest = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'delivery.json'), 'utf8'));

/** Rewrites a file line by line and gives its new checksum. */
async function rewrite(
  folder: string,
  { file, entity }: ManifestFile,
  change: (text: string, line: number, shape: Shape) => string,
): Promise<string> {
  const isCsv = file.endsWith('.csv');
  // The manifest was written by this generator.
  const shape = isCsv ? csvShape(entity as Entity) : jsonShape;
  const path = join(folder, file);
  const hash = createHash('sha256');
  const target = await open(`${path}.new`, 'w');
  let line = 0;
  let gathered = '';
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(gathered, 'utf8');
    gathered = '';
    hash.update(bytes);
    await target.appendFile(bytes);
  };
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    gathered += `${isCsv && line === 1 ? text : change(text, line, shape)}\n`;
    if (gathered.length > gatheredMax) await flush();
  }
  await flush();
  await target.close();
  await rename(`${path}.new`, path);
  return hash.digest('hex');
}
