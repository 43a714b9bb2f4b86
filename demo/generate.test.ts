import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#kernel/days.ts';
import { generateDelivery } from './generate.ts';
import { type ReadDelivery, readDelivery } from './read.ts';
import { entities } from './rows.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'delivery-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const today = day('2026-11-24');
const options = { customers: 1_000, seed: 7, today };
let folder: string;
let delivery: ReadDelivery;
beforeAll(async () => {
  folder = newFolder();
  await generateDelivery({ ...options, folder });
  delivery = await readDelivery(folder);
});

describe('a delivery', () => {
  it('names its files parents first, each with its rows and checksum', () => {
    expect(delivery.manifest).toMatchObject({
      format: 'sportello-delivery/1',
      id: 'demo-2026-11-24-1000-7',
      day: today,
    });
    expect(delivery.manifest.files.map((file) => file.entity)).toEqual([...entities]);
    for (const { file, rows, sha256, entity } of delivery.manifest.files) {
      const bytes = readFileSync(join(folder, file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(bytes.toString().trimEnd().split('\n')).toHaveLength(rows);
      expect(delivery.rows(entity as (typeof entities)[number])).toHaveLength(rows);
    }
  });

  it('no key is given twice within an entity', () => {
    for (const entity of entities) {
      const keys = delivery.rows(entity).map((row) => row.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('every row refers only to what the delivery holds', () => {
    const keys = new Map(entities.map((entity) => [entity, new Set(delivery.rows(entity).map((row) => row.key))]));
    const all = (entity: (typeof entities)[number], found: string[]) =>
      found.filter((key) => !keys.get(entity)?.has(key));
    expect(
      all(
        'agencies',
        delivery.rows('parties').map((row) => row.agency),
      ),
    ).toEqual([]);
    expect(
      all(
        'agencies',
        delivery.rows('policies').map((row) => row.agency),
      ),
    ).toEqual([]);
    expect(
      all(
        'products',
        delivery.rows('policies').map((row) => row.product),
      ),
    ).toEqual([]);
    expect(
      all(
        'parties',
        delivery.rows('links').flatMap((row) => [row.from, row.to]),
      ),
    ).toEqual([]);
    for (const entity of ['contacts', 'consents', 'paperless', 'roles'] as const) {
      expect(
        all(
          'parties',
          delivery.rows(entity).map((row) => row.party),
        ),
      ).toEqual([]);
    }
    for (const entity of ['roles', 'coverages', 'goods', 'payables'] as const) {
      expect(
        all(
          'policies',
          delivery.rows(entity).map((row) => row.policy),
        ),
      ).toEqual([]);
    }
  });

  it('the same options give the same bytes; another seed, day or number gives others', async () => {
    const bytesOf = async (more: Partial<typeof options>) => {
      const other = newFolder();
      await generateDelivery({ ...options, customers: 40, ...more, folder: other });
      return (await readDelivery(other)).manifest.files.map((file) => file.sha256).join();
    };
    const first = await bytesOf({});
    expect(await bytesOf({})).toBe(first);
    expect(await bytesOf({ seed: 8 })).not.toBe(first);
    expect(await bytesOf({ today: day('2026-11-25') })).not.toBe(first);
    expect(await bytesOf({ customers: 41 })).not.toBe(first);
  });

  it('is written in flat memory: three thousand customers pass through a heap that could not hold their rows', async () => {
    const target = newFolder();
    const worker = new Worker(
      `import(${JSON.stringify(new URL('./generate.ts', import.meta.url).href)}).then(({ generateDelivery }) =>
        generateDelivery({ customers: 3000, seed: 1, today: '2026-11-24', folder: ${JSON.stringify(target)} }))`,
      { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 16 } },
    );
    const code = await new Promise((resolve, reject) => worker.on('exit', resolve).on('error', reject));
    expect(code).toBe(0);
    const { files } = JSON.parse(readFileSync(join(target, 'delivery.json'), 'utf8'));
    expect(files.find((file: { entity: string }) => file.entity === 'payables').rows).toBeGreaterThan(60_000);
  }, 60_000);
});
