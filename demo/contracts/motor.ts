// Motor contracts. The premium follows the power of the engine, the merit class, the driver's age and the place.
import type { Day } from '#kernel/days.ts';
import { plusMonths } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { Firm } from '../people/firms.ts';
import type { Maker, Party, Person } from '../people/persons.ts';
import type { Region } from '../people/places.ts';
import type { Contract, Good } from './contract.ts';
import { annual, perYearOf, tierOf } from './terms.ts';

type Model = { name: string; powerKw: number; newCents: number };

const cars: Model[] = [
  { name: 'Utilitaria 1.0', powerKw: 51, newCents: 1_450_000 },
  { name: 'Utilitaria 1.2', powerKw: 62, newCents: 1_720_000 },
  { name: 'Berlina 1.2', powerKw: 74, newCents: 2_050_000 },
  { name: 'Berlina 1.6 diesel', powerKw: 85, newCents: 2_580_000 },
  { name: 'Familiare 1.5', powerKw: 96, newCents: 2_890_000 },
  { name: 'Monovolume 1.4', powerKw: 88, newCents: 2_640_000 },
  { name: 'Fuoristrada 2.0', powerKw: 125, newCents: 3_980_000 },
  { name: 'Compatta elettrica', powerKw: 87, newCents: 2_990_000 },
];
const motorcycles: Model[] = [
  { name: 'Scooter 125', powerKw: 9, newCents: 340_000 },
  { name: 'Scooter 300', powerKw: 20, newCents: 590_000 },
  { name: 'Moto 650', powerKw: 49, newCents: 820_000 },
];
const vans: Model[] = [
  { name: 'Furgone 1.6', powerKw: 77, newCents: 2_280_000 },
  { name: 'Furgone 2.2', powerKw: 103, newCents: 3_150_000 },
  { name: 'Autocarro leggero 3.0', powerKw: 118, newCents: 4_100_000 },
];

const regionFactor: Record<Region, number> = {
  toscana: 1.1,
  veneto: 0.95,
  'alto-adige': 0.75,
  lombardia: 1.05,
  campania: 1.45,
};

type Vehicle = { good: Good; valueCents: number; powerKw: number; meritClass: number };

function someVehicle({ book, registry, chance }: Maker, models: Model[], meritClass: number): Vehicle {
  const model = chance.pick(models);
  const age = chance.integer(0, 14);
  const registeredOn = plusMonths(book.today, -12 * age - chance.integer(1, 11));
  const plate = models === motorcycles ? registry.motorcyclePlate() : registry.carPlate(registeredOn);
  return {
    good: {
      kind: 'vehicle',
      name: model.name,
      plate,
      details: {
        registeredOn: registeredOn.slice(0, 7),
        powerKw: String(model.powerKw),
        meritClass: String(meritClass),
      },
    },
    // A car loses about a ninth of its value every year.
    valueCents: Math.max(100_000, Math.round((model.newCents * 0.89 ** age) / 10_000) * 10_000),
    powerKw: model.powerKw,
    meritClass,
  };
}

/** Yearly premium in cents: liability by power, class, age and place; the rest by value. */
function premium(vehicle: Vehicle, region: Region, age: number, tier: number): number {
  const byClass = 0.62 + 0.055 * (vehicle.meritClass - 1);
  const byAge = age < 26 ? 1.6 : age > 75 ? 1.15 : 1;
  const liability = (17_000 + 210 * vehicle.powerKw) * byClass * byAge * regionFactor[region];
  const own = tier === 0 ? 0 : vehicle.valueCents * 0.011 * regionFactor[region] + 2_500;
  return Math.round(liability + own + 3_000 + tier * 3_500);
}

/** The longer somebody has driven, the better the class tends to be. */
const meritClassOf = (chance: Chance, age: number): number =>
  age < 26
    ? chance.integer(9, 14)
    : chance.weighted([
        [1, 55],
        [2, 12],
        [3, 9],
        [5, 8],
        [8, 8],
        [14, 8],
      ] as const);

/** A car, or now and then a motorcycle, of a person. One in fifty is suspended, as people ask when they do not drive. */
export function motorOf(maker: Maker, key: string, person: Person): Contract {
  const { book, registry, chance } = maker;
  const isMotorcycle = chance.is(0.12);
  const tier = tierOf(chance);
  const vehicle = someVehicle(maker, isMotorcycle ? motorcycles : cars, meritClassOf(chance, person.age));
  const perYear = perYearOf(chance, [1, 45], [2, 55]);
  const { agency, region } = person.home.place;
  const term = annual(chance, book.today, premium(vehicle, region, person.age, tier), perYear);
  const isSuspended = term.state === 'active' && chance.is(0.02);
  return {
    ...term,
    ...(isSuspended ? suspended(book.today, chance) : {}),
    payables: isSuspended ? term.payables.filter((one) => one.state === 'paid') : term.payables,
    key,
    number: registry.policyNumber(),
    product: isMotorcycle ? 'sella-serena' : 'guida-serena',
    agency,
    // The renewal is offered and paid anew: motor liability never renews by itself (art. 170-bis CAP).
    renews: term.state === 'active',
    roles: ownerRoles(person),
    risk: { tier, valueCents: vehicle.valueCents },
    goods: [vehicle.good],
  };
}

const ownerRoles = (party: Party): Contract['roles'] => [
  { party: party.key, role: 'policyholder' },
  { party: party.key, role: 'insured' },
];

const suspended = (today: Day, chance: Chance) => ({
  state: 'suspended' as const,
  suspendedSince: plusMonths(today, -chance.integer(1, 8)),
  suspendedBecause: suspendedOnRequest,
});

/** Why a motor cover stands still, in the words shown to the customer. */
export const suspendedOnRequest = {
  it: 'Hai chiesto di sospendere la copertura: il veicolo non deve circolare né sostare in strada.',
  en: 'You asked to suspend the cover: the vehicle must neither be driven nor parked on the road.',
  de: 'Sie haben den Schutz ruhen lassen: Das Fahrzeug darf weder fahren noch auf der Straße stehen.',
};

/** The vehicles of a firm in one contract. */
export function fleetOf(maker: Maker, key: string, firm: Firm): Contract {
  const { book, registry, chance } = maker;
  const tier = tierOf(chance);
  const vehicles = Array.from({ length: chance.integer(2, 6) }, () => someVehicle(maker, vans, chance.integer(1, 8)));
  const { agency, region } = firm.home.place;
  const yearly = vehicles.reduce((sum, one) => sum + premium(one, region, 45, tier) * 0.9, 0);
  return {
    ...annual(chance, book.today, yearly, perYearOf(chance, [1, 30], [2, 50], [4, 20])),
    key,
    number: registry.policyNumber(),
    product: 'flotta-serena',
    agency,
    renews: true,
    roles: ownerRoles(firm),
    risk: { tier, valueCents: Math.max(...vehicles.map((one) => one.valueCents)) },
    goods: vehicles.map((one) => one.good),
  };
}
