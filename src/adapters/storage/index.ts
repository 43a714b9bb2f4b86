// Documents in a folder of this machine, each named by the SHA-256 of its content.
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { FileStorage } from '#capabilities/documents/storage.ts';

const keyShape = /^sha256\/[0-9a-f]{2}\/[0-9a-f]{62}$/;

/** The local folder of the default configuration; it is made when the first file comes. */
export function folderStorage(folder: string): FileStorage {
  const root = resolve(folder);
  return {
    async store(content) {
      const sha256 = createHash('sha256').update(content).digest();
      const hex = sha256.toString('hex');
      const key = `sha256/${hex.slice(0, 2)}/${hex.slice(2)}`;
      await writeWhole(join(root, key), content);
      return { key, bytes: content.byteLength, sha256 };
    },
    async read({ key, sha256 }) {
      // Keys come out of the database; one of another shape could lead out of the folder.
      if (!keyShape.test(key)) return { kind: 'missing' };
      const content = await readFile(join(root, key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (!content) return { kind: 'missing' };
      const found = createHash('sha256').update(content).digest();
      const isIntact = found.byteLength === sha256.byteLength && timingSafeEqual(found, sha256);
      return isIntact ? { kind: 'intact', content } : { kind: 'damaged' };
    },
    async check() {
      // Before the first document there is no folder yet: the one above, in which it will be made.
      for (let path = root; ; path = dirname(path)) {
        try {
          return await access(path, constants.R_OK | constants.W_OK);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || path === dirname(path)) throw error;
        }
      }
    },
  };
}

/** Written beside its place, synced, then renamed: whoever reads finds the whole file or none, after a power cut too. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${randomUUID()}`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  const entry = await open(folder, 'r');
  await entry.sync().finally(() => entry.close());
}
