import { assert } from './assert.ts';

declare const centsBrand: unique symbol;
/** Euro cents as a safe integer: money is never a float. */
export type Cents = number & { readonly [centsBrand]: true };

/** Takes an integer number of cents; throws on a fraction or on a number that a double cannot hold exactly. */
export function cents(value: number): Cents {
  assert(Number.isSafeInteger(value), 'money is a safe integer of cents');
  return value as Cents;
}

export const plus = (...amounts: Cents[]): Cents => cents(amounts.reduce((sum, amount) => sum + amount, 0));
export const negated = (amount: Cents): Cents => cents(-amount);

/**
 * Reads what a person typed: `1.234,50`, `1,234.50`, `1234.5`, `50 €`. Nothing when it is not an amount of at most two
 * decimals, or could be two amounts (`1,234`).
 */
export function centsFromText(text: string): Cents | undefined {
  const bare = text.replace(/[\s€]/g, '');
  const italian = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(bare);
  const plainDot = /^(\d+)\.(\d{1,2})$/.exec(bare);
  const english = /^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/.exec(bare);
  const match = plainDot ?? italian ?? english;
  if (!match?.[1]) return undefined;
  const value = Number(match[1].replaceAll(/[.,]/g, '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(value) ? cents(value) : undefined;
}
