import { chmod, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderStorage } from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

test('[DOC-6] a file whose bytes changed is damaged, one byte or all of them', async () => {
  const storage = folderStorage(folder);
  const kept = await storage.store(bytes('ricevuta'));
  await chmod(join(folder, kept.key), 0o600);
  await writeFile(join(folder, kept.key), 'ricevutA');
  expect(await storage.read(kept)).toEqual({ kind: 'damaged' });
  await truncate(join(folder, kept.key), 0);
  expect(await storage.read(kept)).toEqual({ kind: 'damaged' });
});

test('[DOC-6] storing it again puts it right', async () => {
  const storage = folderStorage(folder);
  const kept = await storage.store(bytes('ricevuta'));
  expect(await storage.read(kept)).toMatchObject({ kind: 'intact' });
});

test('[DOC-6] the checksum that counts is the one the caller kept', async () => {
  const storage = folderStorage(folder);
  const [one, other] = [await storage.store(bytes('one')), await storage.store(bytes('other'))];
  expect(await storage.read({ key: one.key, sha256: other.sha256 })).toEqual({ kind: 'damaged' });
  expect(await storage.read({ key: one.key, sha256: one.sha256.slice(0, 4) })).toEqual({ kind: 'damaged' });
});

test.each(['../../etc/passwd', '/etc/passwd', 'sha256/aa/../../x', `sha256/aa/${'0'.repeat(62)}`])(
  '[DOC-6] nothing is read outside, and what is not there is missing: %s',
  async (key) => {
    expect(await folderStorage(folder).read({ key, sha256: new Uint8Array(32) })).toEqual({ kind: 'missing' });
  },
);

test('[DOC-6] what is stored comes back, byte for byte, also in a folder that was not there', async () => {
  const storage = folderStorage(join(folder, 'deep', 'er'));
  const content = crypto.getRandomValues(new Uint8Array(50_000));
  const kept = await storage.store(content);
  expect(kept.bytes).toBe(50_000);
  const read = await storage.read(kept);
  expect(read.kind === 'intact' && Buffer.compare(read.content, content)).toBe(0);
});

test('[DOC-6] two at once store one file and leave no draft behind', async () => {
  const inside = join(folder, 'twice');
  const storage = folderStorage(inside);
  const kept = await Promise.all([1, 2, 3, 4].map(() => storage.store(bytes('the same'))));
  expect(new Set(kept.map((file) => file.key)).size).toBe(1);
  const files = await readdir(inside, { recursive: true, withFileTypes: true });
  expect(files.filter((entry) => entry.isFile())).toHaveLength(1);
});
