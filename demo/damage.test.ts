import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#kernel/days.ts';
import { damageDelivery, putChildrenFirst } from './damage.ts';
import type { Manifest } from './delivery.ts';
import { generateDelivery } from './generate.ts';
import { entities } from './rows.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'damage-'));
  await generateDelivery({ customers: 120, seed: 3, today: day('2026-11-24'), folder });
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const manifest = (): Manifest => JSON.parse(read('delivery.json'));

describe('damaging a delivery', () => {
  it('harms the rows it names and no other, and leaves a manifest that fits', async () => {
    const before = new Map(manifest().files.map(({ file }) => [file, read(file).split('\n')]));
    const damaged = await damageDelivery(folder, { percent: 1, seed: 5 });
    const total = manifest().files.reduce((sum, { rows }) => sum + rows, 0);
    expect(damaged.length).toBeGreaterThan(total * 0.006);
    expect(damaged.length).toBeLessThan(total * 0.014);
    for (const { file, rows, sha256 } of manifest().files) {
      const after = read(file).split('\n');
      expect(after).toHaveLength(rows + 1);
      expect(createHash('sha256').update(read(file)).digest('hex')).toBe(sha256);
      const changed = after.flatMap((line, index) => (line === before.get(file)?.[index] ? [] : [index + 1]));
      expect(changed).toEqual(damaged.filter((one) => one.file === file).map((one) => one.line));
    }
  });

  it('says the field of each, and breaks a line of JSON now and then', async () => {
    const damaged = await damageDelivery(folder, { percent: 5, seed: 5, entities: ['payables'] });
    expect(new Set(damaged.map((one) => one.entity))).toEqual(new Set(['payables']));
    expect(new Set(damaged.map((one) => one.kind))).toEqual(
      new Set(['not_json', 'wrong_value', 'wrong_day', 'no_parent']),
    );
    const lines = read('payables.jsonl').split('\n');
    for (const { line, kind, field, key } of damaged) {
      const text = lines[line - 1] ?? '';
      if (kind === 'not_json') expect(() => JSON.parse(text)).toThrow();
      else expect(Object.keys(JSON.parse(text))).toEqual(expect.arrayContaining(['key', field]));
      expect(key).toMatch(/^payable-/);
    }
  });

  it('the same seed harms the same rows', async () => {
    const first = await damageDelivery(folder, { percent: 2, seed: 5 });
    await generateDelivery({ customers: 120, seed: 3, today: day('2026-11-24'), folder });
    expect(await damageDelivery(folder, { percent: 2, seed: 5 })).toEqual(first);
    await generateDelivery({ customers: 120, seed: 3, today: day('2026-11-24'), folder });
    expect(await damageDelivery(folder, { percent: 2, seed: 6 })).not.toEqual(first);
  });

  it('can put children before their parents', async () => {
    await putChildrenFirst(folder);
    expect(manifest().files.map((file) => file.entity)).toEqual([...entities].reverse());
  });
});
