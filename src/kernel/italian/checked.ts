/**
 * What a check of text says: the value in its one normal form, or what is wrong with it. `position` counts from 1 in
 * the normalised text, so that a page can say which character looks wrong.
 */
export type Checked<T, Problem extends string> = { ok: true; value: T } | Refused<Problem>;

export type Refused<Problem extends string> = { ok: false; problem: Problem; position?: number };

export const accepted = <T>(value: T) => ({ ok: true as const, value });

export const refused = <Problem extends string>(problem: Problem, position?: number): Refused<Problem> =>
  position === undefined ? { ok: false, problem } : { ok: false, problem, position };

/** The position of the first character that `allowed` does not match, counted from 1; 0 when all of them do. */
export const firstWrong = (text: string, allowed: RegExp): number =>
  [...text].findIndex((character) => !allowed.test(character)) + 1;
