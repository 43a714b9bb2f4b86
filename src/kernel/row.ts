// The shape every row of the core system shares; each capability adds its fields (contracts/ publishes the result).
import { z } from 'zod';
import { type Day, dayOrNothing, type Instant, instant } from './days.ts';
import { languages } from './language.ts';
import type { UpsertColumn } from './upsert.server.ts';

const key = z.string().min(1).max(80).meta({ description: "The core system's id of this row." });
const version = z
  .number()
  .int()
  .min(1)
  .meta({ description: 'Grows with each change; an older version never overwrites a newer one.' });

/** A calendar day that exists, `2026-11-24`. */
export const dayField = z
  .string()
  .refine((text): text is Day => dayOrNothing(text) !== undefined, 'is not a calendar day like 2026-11-24')
  .meta({ format: 'date', description: 'A calendar day, YYYY-MM-DD.' });

/** A moment with an offset, `2026-11-24T14:35:00+01:00`. */
export const instantField = z.iso
  .datetime({ offset: true })
  .transform((text): Instant => instant(text))
  // Outside them an offset may lead, to a year that the database cannot read: `+010000`, `-000001`, `0000`.
  .refine((at) => at >= '0001', 'is not within the years 1 to 9999');

/** Whole euro cents, never negative. */
export const centsField = z.number().int().min(0).max(100_000_000_000).meta({ description: 'Whole euro cents.' });

/** A text in the three languages. */
export const textsField = z.object(
  Object.fromEntries(languages.map((language) => [language, z.string().min(1).max(500)])) as Record<
    'it' | 'en' | 'de',
    z.ZodString
  >,
);

/** The key of a row of another entity. */
export const keyOf = (entity: string) => key.meta({ description: `The key of a row of ${entity}.` });

/** A whole row, or one that only says that its key is no more. */
export const coreRow = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.union([
    // The whole row first: nearly all of them are, and each that is tried in vain costs time.
    z.object({ key, version, deleted: z.literal(false).optional(), asOf: dayField, ...shape }),
    z.object({ key, version, deleted: z.literal(true) }),
  ]);

/** The columns that take fields of the same name: `givenName` fills `given_name`. */
export const columns = (types: Record<string, UpsertColumn['type']>): UpsertColumn[] =>
  Object.entries(types).map(([field, type]) => ({
    field,
    type,
    column: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  }));
