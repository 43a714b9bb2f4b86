/** Without accents, capitals and signs, words apart by one space: `Forlì-Cesena` and `forli cesena` are the same name. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
