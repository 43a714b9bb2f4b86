import { expect, it } from 'vitest';
import { day } from '#kernel/days.ts';
import { parseCodiceFiscale, withoutOmocodia } from '#kernel/italian/codice-fiscale.ts';
import { openRegistry } from './registry.ts';

const today = day('2026-11-24');

it('[CON-8] a place with more people than days gives out codes that still belong to one person each', () => {
  const registry = openRegistry(today, 1);
  const codes = new Set<string>();
  const count = 20_000;
  for (let index = 0; index < count; index += 1) {
    const { birthDay, lap } = registry.birth('D612', 'F', 'young');
    const [familyName = ''] = registry.familyNamesFor(
      ['Baldi', 'Cecchi', 'Fabbri', 'Gori', 'Landi', 'Masi', 'Poli', 'Tozzi', 'Zini'],
      birthDay,
      lap,
    );
    const code = registry.codiceFiscale({ familyName, givenName: 'Anna', birthDay, sex: 'F', belfiore: 'D612' }, lap);
    expect(parseCodiceFiscale(code).ok).toBe(true);
    codes.add(code);
  }
  expect(codes.size).toBe(count);
  expect([...codes].some((code) => withoutOmocodia(code as never) !== code)).toBe(true);
});
