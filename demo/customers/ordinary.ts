// One ordinary customer from its number. Nothing is remembered from one to the next but the counters of the registry.
import { chanceOf } from '../chance.ts';
import type { Maker } from '../people/persons.ts';
import type { Registry } from '../people/registry.ts';
import type { Book } from '../rows.ts';
import { writeCompany } from './company.ts';
import { writeFamily } from './family.ts';

/** Writes everything about the customer with this number. */
export function writeOrdinary(book: Book, registry: Registry, seed: number, number: number): void {
  const maker: Maker = { book, registry, chance: chanceOf(seed, number) };
  const kind = maker.chance.weighted([
    ['private', 84],
    ['sole_trader', 6],
    ['professional', 4],
    ['company', 6],
  ] as const);
  if (kind === 'company') writeCompany(maker, number);
  else writeFamily(maker, number, kind);
}
