import { expect, test } from 'vitest';
import { testWorld } from '../../../tests/world/context.ts';
import { addressFaults, loadPlaces } from './places.server.ts';

const { context } = await testWorld();
const firenze = { municipality: 'Firenze', province: 'FI', postcode: '50125' };

test('[CON-8] a municipality must lie in its province; names count without accents and in either language', async () => {
  const faults = await addressFaults(context, [
    firenze,
    { ...firenze, province: 'PD' },
    { ...firenze, municipality: 'Firenza' },
    { municipality: 'Forli', province: 'FC', postcode: '47121' },
    { municipality: 'Bozen', province: 'BZ', postcode: '39100' },
    undefined,
  ]);
  expect(faults.map((fault) => fault?.field)).toEqual([
    undefined,
    'province',
    'municipality',
    undefined,
    undefined,
    undefined,
  ]);
  expect(faults[2]?.reason).toContain('Firenze (FI)?');
});

test('[CON-8] the pair of municipality and postcode is checked only where the operator loaded a list', async () => {
  const wrong = { ...firenze, postcode: '20121' };
  expect(await addressFaults(context, [wrong])).toEqual([undefined]);
  expect(
    await loadPlaces(context, [{ belfiore: 'D612', municipality: 'Firenze', province: 'FI', postcode: '50125' }]),
  ).toBe(1);
  const [fault, right, elsewhere] = await addressFaults(context, [
    wrong,
    firenze,
    { municipality: 'Milano', province: 'MI', postcode: '99999' },
  ]);
  expect(fault).toEqual({ field: 'postcode', reason: '20121 is not a postcode of Firenze' });
  expect([right, elsewhere]).toEqual([undefined, undefined]);
});
