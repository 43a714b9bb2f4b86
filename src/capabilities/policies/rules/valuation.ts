// What a life contract is worth on a day, as the core system reckons it. [POL-13]
import type { Day } from '#kernel/days.ts';
import type { Language } from '#kernel/language.ts';

export type Texts = Record<Language, string>;

/** Stored as the import checked it (intake.ts). All amounts in euro cents; every value carries its day. */
export type Valuation = {
  on: Day;
  surrenderCents?: number;
  benefits: { names: Texts; cents: number }[];
  paidInCents: number;
  units?: { fund: string; units: number; priceCents: number; on: Day; cents: number }[];
};
