/** The characters of an identifier in groups of one size, or of the given sizes and then of the last one. */
export function grouped(value: string, sizes: number | readonly number[]): string[] {
  const list = typeof sizes === 'number' ? [sizes] : sizes;
  const characters = [...value];
  const groups: string[] = [];
  for (let at = 0, index = 0; at < characters.length; index++) {
    const size = Math.max(1, list[Math.min(index, list.length - 1)] ?? 4);
    groups.push(characters.slice(at, at + size).join(''));
    at += size;
  }
  return groups;
}
