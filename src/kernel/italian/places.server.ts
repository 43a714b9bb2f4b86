// Reads the lists of data/comuni when somebody first asks, never at import: most processes check no address.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOrNothing } from '../days.ts';
import { root } from '../root.ts';
import { type Birthplace, type Municipality, type Places, placesOf } from './places.ts';

let kept: Places | undefined;

/** The lists that come with the project, read once and kept: half a megabyte that never changes while a process lives. */
export function places(): Places {
  kept ??= readPlaces(join(root, 'data', 'comuni'));
  return kept;
}

/** The lists of a folder laid out as data/comuni. */
export function readPlaces(folder: string): Places {
  return placesOf(rowsOf(folder, 'municipalities.csv').map(municipality), [
    ...rowsOf(folder, 'belfiore-codes.csv').map(birthplace),
    ...rowsOf(folder, 'foreign-states.csv').map(state),
  ]);
}

/** No field of these lists holds a comma or a quote. */
const rowsOf = (folder: string, file: string): string[][] =>
  readFileSync(join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

function municipality([name = '', province = '', belfiore = '']: string[]): Municipality {
  const [italian = '', other] = name.split('/');
  return { name: italian, province, ...(other ? { otherName: other } : {}), ...(belfiore ? { belfiore } : {}) };
}

function birthplace([belfiore = '', name = '', province = '', from = '', until = '']: string[]): Birthplace {
  const founded = dayOrNothing(from);
  const ended = dayOrNothing(until);
  return {
    kind: 'municipality',
    belfiore,
    name,
    province,
    ...(founded ? { founded } : {}),
    ...(ended ? { ended } : {}),
  };
}

const state = ([belfiore = '', name = '', iso3 = '']: string[]): Birthplace => ({
  kind: 'state',
  belfiore,
  name,
  iso3,
});
