import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the program: the first one above this file with its migrations, in the sources and in a build alike. */
export const root: string = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'migrations')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
})();
