// Reads a delivery back, for tests and for looking at it. Small deliveries only: everything comes into memory.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '#kernel/days.ts';
import type { Manifest } from './delivery.ts';
import type { Entity, Rows } from './rows.ts';

export type Stored<Name extends Entity> = Rows[Name] & { key: string; version: number; asOf: Day };

export type ReadDelivery = {
  manifest: Manifest;
  rows<Name extends Entity>(entity: Name): Stored<Name>[];
  /** The row of a key; throws when there is none. */
  row<Name extends Entity>(entity: Name, key: string): Stored<Name>;
};

export async function readDelivery(folder: string): Promise<ReadDelivery> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, 'delivery.json'), 'utf8'));
  const read = new Map<string, { key: string }[]>();
  for (const { entity, file } of manifest.files) {
    const lines = (await readFile(join(folder, file), 'utf8')).trimEnd().split('\n');
    read.set(
      entity,
      lines.map((line) => JSON.parse(line)),
    );
  }
  // The files were written by this generator, in the shapes of `Rows`.
  const rows = <Name extends Entity>(entity: Name) => (read.get(entity) ?? []) as Stored<Name>[];
  return {
    manifest,
    rows,
    row(entity, key) {
      const found = rows(entity).find((one) => one.key === key);
      if (!found) throw new Error(`no ${entity} with the key ${key}`);
      return found;
    },
  };
}
