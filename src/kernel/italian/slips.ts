/**
 * How many slips of a finger make one text the other: letters missing, doubled, wrong or swapped with their neighbour
 * (restricted Damerau-Levenshtein distance).
 */
export function slips(one: string, other: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one.charAt(row - 1) === other.charAt(column - 1);
      const wrong = (previous[column - 1] ?? 0) + (isSame ? 0 : 1);
      const missing = (previous[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      const isSwap =
        row > 1 &&
        column > 1 &&
        one.charAt(row - 1) === other.charAt(column - 2) &&
        one.charAt(row - 2) === other.charAt(column - 1);
      const swapped = isSwap ? (before[column - 2] ?? 0) + 1 : wrong;
      current.push(Math.min(wrong, missing, added, swapped));
    }
    before = previous;
    previous = current;
  }
  return previous[other.length] ?? 0;
}
