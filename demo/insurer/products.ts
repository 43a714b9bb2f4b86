// Invented products of the fictional insurer. Brand names are the same in every language.
import type { Book, Line, Texts } from '../rows.ts';
import type { Coverage } from './coverage.ts';
import * as accident from './coverages/accident.ts';
import * as business from './coverages/business.ts';
import * as health from './coverages/health.ts';
import * as home from './coverages/home.ts';
import * as life from './coverages/life.ts';
import * as motor from './coverages/motor.ts';
import * as pet from './coverages/pet.ts';

export type Product = { line: Line; names: Texts; coverages: Coverage[] };

const named = (name: string): Texts => ({ it: name, en: name, de: name });
const product = (line: Line, name: string, ...coverages: Coverage[]): Product => ({
  line,
  names: named(name),
  coverages,
});

export const products = {
  'guida-serena': product(
    'motor',
    'Guida Serena',
    ...[motor.liability, motor.theft, motor.glass, motor.assistance, motor.driver, motor.legal],
  ),
  'sella-serena': product('motor', 'Sella Serena', motor.liability, motor.theft, motor.gear, motor.assistance),
  'flotta-serena': product('motor', 'Flotta Serena', motor.liability, motor.theft, motor.glass, motor.assistance),
  'tetto-saldo': product(
    'home',
    'Tetto Saldo',
    ...[home.fire, home.water, home.burglary, home.liability, home.quake, home.assistance],
  ),
  'tetto-vigile': product(
    'home',
    'Tetto Vigile',
    ...[home.fire, home.water, home.burglary, home.liability, home.assistance, home.sensors],
  ),
  'passo-lieve': product(
    'accident',
    'Passo Lieve',
    ...[accident.death, accident.disability, accident.hospital, accident.treatment],
  ),
  'passo-lieve-famiglia': product(
    'accident',
    'Passo Lieve Famiglia',
    ...[accident.disability, accident.hospital, accident.treatment],
  ),
  respiro: product('health', 'Respiro', health.surgery, health.visits, health.prevention, health.teeth),
  'respiro-impresa': product(
    'health',
    'Respiro Impresa',
    health.surgery,
    health.visits,
    health.prevention,
    health.teeth,
  ),
  'bottega-salda': product(
    'business',
    'Bottega Salda',
    ...[business.premises, business.stock, business.liability, business.interruption],
  ),
  'impresa-salda': product(
    'business',
    'Impresa Salda',
    ...[
      business.premises,
      business.stock,
      business.machines,
      business.liability,
      business.employees,
      business.interruption,
    ],
  ),
  'studio-saldo': product('business', 'Studio Saldo', business.profession, business.legal),
  'zampa-felice': product('pet', 'Zampa Felice', pet.vet, pet.liability),
  'zampa-felice-piu': product('pet', 'Zampa Felice Più', pet.vet, pet.surgery, pet.liability, pet.search),
  'domani-sereno': product('life', 'Domani Sereno', life.deathCapital, life.maturityCapital, life.waiver),
  'mano-tesa': product('life', 'Mano Tesa', life.deathCapital, life.waiver),
  semina: product('savings', 'Semina', life.maturityCapital, life.deathBonus),
  'vento-largo': product('savings', 'Vento Largo', life.units, life.deathBonus),
  'stagione-piena': product('pension', 'Stagione Piena', life.annuity, life.advance),
  'stagione-lunga': product('pension', 'Stagione Lunga', life.annuity, life.advance, life.deathBonus),
} as const satisfies Record<string, Product>;

export type ProductKey = keyof typeof products;

/** Those to which a customer may add when they like; pure protection (Mano Tesa) has nothing to add to. */
const takingContributions: readonly string[] = [
  'domani-sereno',
  'semina',
  'vento-largo',
  'stagione-piena',
  'stagione-lunga',
] satisfies ProductKey[];

export function writeProducts(book: Book): void {
  for (const [key, { line, names }] of Object.entries(products)) {
    const takes = takingContributions.includes(key) ? { takesContributions: true } : {};
    book.write('products', `product-${key}`, { line, names, ...takes });
  }
}
