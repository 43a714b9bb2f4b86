import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDelivery } from './delivery.ts';

const file = (entity: string, name: string) => ({ entity, file: name, rows: 1, sha256: '0'.repeat(64) });

test.each([
  ['the same entity twice', [file('parties', 'parties.jsonl'), file('parties', 'parties.csv')]],
  ['a file of another folder', [file('parties', '../parties.jsonl')]],
])('[INT-1] a manifest with %s is refused in words', async (_what, files) => {
  const folder = mkdtempSync(join(tmpdir(), 'delivery-'));
  writeFileSync(
    join(folder, 'delivery.json'),
    JSON.stringify({ format: 'sportello-delivery/1', id: 'one', day: '2026-11-24', files }),
  );
  const read = await readDelivery(folder, ['parties']);
  rmSync(folder, { recursive: true });
  expect(read).toMatchObject({ ok: false, reasons: [{ code: 'integration.bad_manifest' }] });
});
