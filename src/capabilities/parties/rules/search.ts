// Finding an agency by place. [REQ-10]

export type Placed = { name: string; street: string; postcode: string; municipality: string; province: string };

/** Without accents, capitals and signs: `Forlì-Cesena` and `forli cesena` are the same place. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Every word of the search begins a word of the agency's name or address. */
export function isAt(agency: Placed, search: string): boolean {
  const words = folded(
    [agency.name, agency.street, agency.postcode, agency.municipality, agency.province].join(' '),
  ).split(' ');
  return folded(search)
    .split(' ')
    .every((wanted) => wanted === '' || words.some((word) => word.startsWith(wanted)));
}
