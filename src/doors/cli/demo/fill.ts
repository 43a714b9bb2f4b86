// The fictional insurer, from nothing to people who can sign in: generate → import → accounts.
import type { Program } from '#compose.ts';

export type FillOptions = {
  customers: number;
  seed: number;
  /** The day all dates are placed around, `2026-11-24`; the real day when not given. */
  today?: string | undefined;
  say: (line: string) => void;
};

/** Somebody to sign in as, for the table that the demo prints. */
export type Person = { name: string; username: string; story: string };

/** Fills a migrated, empty database. */
export async function fill(_program: Program, _options: FillOptions): Promise<void> {}

/** Who can sign in, and the password they share. */
export const people: { password: string; persons: readonly Person[] } = { password: '', persons: [] };
