// A delivery on disk: one file per entity, JSON Lines or CSV, and a manifest with rows and checksums (INT-1). Rows leave memory
// as soon as a few hundred kilobytes have gathered.
import { createHash } from 'node:crypto';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '#kernel/days.ts';
import { headerOf, lineOf } from './csv.ts';
import { type Book, type Entity, entities } from './rows.ts';

export type ManifestFile = { entity: string; file: string; rows: number; sha256: string };
export type Manifest = { format: 'sportello-delivery/1'; id: string; day: Day; files: ManifestFile[] };

export type Delivery = Book & {
  /** Waits until what has gathered is on disk; to be called between customers. */
  settle(): Promise<void>;
  /** Writes the manifest, last: a delivery without one is not finished. */
  close(id: string): Promise<Manifest>;
};

/** How the files are written: one JSON value a line, or as a spreadsheet does. */
export type Format = 'jsonl' | 'csv';

/** How many characters of a file wait in memory. */
export const gatheredMax = 256 * 1_024;

/** Opens a new delivery in a folder, replacing what was there. */
export async function openDelivery(folder: string, today: Day, format: Format = 'jsonl'): Promise<Delivery> {
  await mkdir(folder, { recursive: true });
  const files = await Promise.all(entities.map((entity) => openFile(folder, entity, format)));
  const byEntity = new Map(files.map((file) => [file.entity, file]));
  // What the core system knows grows from day to day.
  const version = Number(today.replaceAll('-', ''));
  return {
    today,
    write(entity, key, row) {
      const whole = { key, version, asOf: today, ...row };
      byEntity.get(entity)?.add(format === 'csv' ? lineOf(entity, whole) : `${JSON.stringify(whole)}\n`);
    },
    async settle() {
      for (const file of files) if (file.gathered() > gatheredMax) await file.flush();
    },
    async close(id) {
      const manifest: Manifest = { format: 'sportello-delivery/1', id, day: today, files: [] };
      for (const file of files) manifest.files.push(await file.close());
      await writeManifest(folder, manifest);
      return manifest;
    },
  };
}

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(join(folder, 'delivery.json'), `${JSON.stringify(manifest, null, 2)}\n`);

async function openFile(folder: string, entity: Entity, format: Format) {
  const file = `${entity}.${format}`;
  const handle = await open(join(folder, file), 'w');
  const hash = createHash('sha256');
  const header = format === 'csv' ? headerOf(entity) : '';
  let lines = [header];
  let characters = header.length;
  let rows = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(lines.join(''), 'utf8');
    lines = [];
    characters = 0;
    hash.update(bytes);
    await handle.appendFile(bytes);
  };
  return {
    entity,
    add(line: string): void {
      lines.push(line);
      characters += line.length;
      rows += 1;
    },
    gathered: () => characters,
    flush,
    async close(): Promise<ManifestFile> {
      await flush();
      await handle.close();
      return { entity, file, rows, sha256: hash.digest('hex') };
    },
  };
}
