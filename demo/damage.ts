// For tests of the import: a delivery in which some rows are wrong, each in a known way, or in which children come first.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Chance, chanceOf } from './chance.ts';
import { gatheredMax, type Manifest, type ManifestFile, writeManifest } from './delivery.ts';
import type { Entity } from './rows.ts';

/** A row that was damaged. `line` counts from 1; `field` is the one an import must name, empty for a line that is no JSON. */
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
    file.sha256 = await rewrite(folder, file, (text, line) => {
      if (!chance.is(percent / 100)) return text;
      const row: Row = JSON.parse(text);
      const damage = chance.is(0.1) ? notJson : chance.pick(damages[entity]);
      found.push({ entity, file: file.file, line, key: String(row.key), ...damage });
      return damaged(text, row, damage, chance);
    });
  }
  await writeManifest(folder, manifest);
  return found;
}

/** Turns the order of the files round, so that every row comes before what it refers to. */
export async function putChildrenFirst(folder: string): Promise<void> {
  const manifest = await readManifest(folder);
  await writeManifest(folder, { ...manifest, files: manifest.files.reverse() });
}

function damaged(text: string, row: Row, { kind, field }: Damage, chance: Chance): string {
  const changed = (value: unknown): string => JSON.stringify({ ...row, [field]: value });
  switch (kind) {
    case 'not_json':
      return text.slice(0, chance.integer(1, text.length - 1));
    case 'missing':
      return changed(undefined);
    case 'wrong_value':
      return changed(field === 'amountCents' ? -1 : 'nonsense');
    case 'wrong_check':
      return changed(withWrongCheck(String(row[field] ?? 'RSSMRA85T10A562S')));
    case 'wrong_day':
      return changed('2026-02-30');
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
  { file }: ManifestFile,
  change: (text: string, line: number) => string,
): Promise<string> {
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
    gathered += `${change(text, line)}\n`;
    if (gathered.length > gatheredMax) await flush();
  }
  await flush();
  await target.close();
  await rename(`${path}.new`, path);
  return hash.digest('hex');
}
