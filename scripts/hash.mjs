// One number for the content of many files: when it changes, what was made from them is made again.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The hash of files and folders below `root`, names included; tests beside the code do not count.
 * @param {string} root
 * @param {readonly string[]} paths
 * @returns {string}
 */
export function hashOf(root, paths) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (found?.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(join(path, name));
    } else if (found && !/\.test\.ts$/.test(path)) {
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0');
    }
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}
