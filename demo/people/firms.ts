// Firms: companies, sole traders and professionals, with what they do.
import type { Chance } from '../chance.ts';
import { familyNames } from './names.ts';
import { addressOf, type Home, type Maker, type Party, type Person } from './persons.ts';

/** What a firm does decides its risk. Employees and yearly turnover are ranges. */
export type Trade = {
  name: string;
  kind: 'shop' | 'works' | 'office';
  employees: [number, number];
  turnover: [number, number];
};
export type Firm = Party & { trade: Trade; employees: number; turnover: number };

const trades = {
  company: [
    { name: 'Falegnameria', kind: 'works', employees: [4, 18], turnover: [400_000, 2_200_000] },
    { name: 'Officina meccanica', kind: 'works', employees: [5, 30], turnover: [600_000, 4_000_000] },
    { name: 'Panificio', kind: 'works', employees: [3, 12], turnover: [250_000, 900_000] },
    { name: 'Trasporti', kind: 'works', employees: [6, 40], turnover: [900_000, 6_000_000] },
    { name: 'Tipografia', kind: 'works', employees: [3, 14], turnover: [300_000, 1_500_000] },
    { name: 'Impianti', kind: 'works', employees: [4, 25], turnover: [500_000, 3_000_000] },
  ],
  sole_trader: [
    { name: 'Fioraio', kind: 'shop', employees: [0, 2], turnover: [60_000, 180_000] },
    { name: 'Parrucchiere', kind: 'shop', employees: [0, 3], turnover: [50_000, 160_000] },
    { name: 'Ferramenta', kind: 'shop', employees: [0, 4], turnover: [120_000, 500_000] },
    { name: 'Bar', kind: 'shop', employees: [1, 5], turnover: [120_000, 420_000] },
    { name: 'Ceramiche', kind: 'shop', employees: [0, 2], turnover: [40_000, 140_000] },
    { name: 'Sartoria', kind: 'shop', employees: [0, 2], turnover: [35_000, 110_000] },
  ],
  professional: [
    { name: 'Studio di architettura', kind: 'office', employees: [0, 4], turnover: [45_000, 260_000] },
    { name: 'Studio dentistico', kind: 'office', employees: [1, 5], turnover: [150_000, 600_000] },
    { name: 'Studio di ingegneria', kind: 'office', employees: [0, 5], turnover: [50_000, 320_000] },
    { name: 'Studio commerciale', kind: 'office', employees: [1, 6], turnover: [80_000, 400_000] },
  ],
} as const satisfies Record<string, Trade[]>;

const businessName = (kind: Firm['kind'], trade: Trade, familyName: string, person: string): string =>
  kind === 'company'
    ? `${trade.name} ${familyName} Srl`
    : kind === 'sole_trader'
      ? `${trade.name} di ${person}`
      : `${trade.name} ${person}`;

/** Writes the row of a firm. A sole trader and a professional have their own codice fiscale beside the partita IVA. */
export function writeFirm(
  { book, registry, chance }: Maker,
  {
    key,
    kind,
    home,
    owner,
  }: { key: string; kind: 'company' | 'sole_trader' | 'professional'; home: Home; owner: Person | undefined },
): Firm {
  const trade: Trade = chance.pick<Trade>(trades[kind]);
  const familyName = owner?.familyName ?? chance.pick(familyNames[home.place.region]);
  const name = businessName(kind, trade, familyName, owner?.name ?? familyName);
  const partitaIva = registry.partitaIva(home.place.office);
  const language = owner?.language ?? 'it';
  book.write('parties', key, {
    kind,
    ...(kind === 'company' ? { codiceFiscale: partitaIva } : owner ? { codiceFiscale: owner.codiceFiscale } : {}),
    partitaIva,
    businessName: name,
    language,
    customerCode: registry.customerCode(),
    ...addressOf(home),
  });
  return {
    key,
    kind,
    home,
    name,
    language,
    trade,
    employees: chance.integer(...trade.employees),
    turnover: rounded(chance, trade.turnover),
  };
}

const rounded = (chance: Chance, [from, to]: readonly [number, number]): number =>
  Math.round(chance.integer(from, to) / 1_000) * 1_000;
