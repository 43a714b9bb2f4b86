import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';
import { keysFrom } from './secrets.ts';

const keys = keysFrom('a secret of the tests, 32 bytes and more');
const purpose = 'tests.seal';

test('[DUT-2] what is sealed opens with its key only, and not when a byte was changed', () => {
  const sealed = seal(keys.current(purpose), 'chiave è segreta');
  expect(unseal([keys.current('tests.other')], sealed)).toBeUndefined();
  for (const at of [0, 12, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(keys.accepted(purpose), changed)).toBeUndefined();
  }
  expect(unseal(keys.accepted(purpose), Buffer.from('short'))).toBeUndefined();
  expect(sealed.includes('segreta')).toBe(false);
  expect(seal(keys.current(purpose), 'chiave è segreta').equals(sealed)).toBe(false);
  expect(unseal(keys.accepted(purpose), sealed)).toBe('chiave è segreta');
});

test('[DUT-2] while a secret is being rotated the one before still opens', () => {
  const sealed = seal(keys.current(purpose), 'x');
  const rotated = keysFrom('another secret of the tests, 32 bytes', 'a secret of the tests, 32 bytes and more');
  expect(unseal(rotated.accepted(purpose), sealed)).toBe('x');
  expect(unseal([rotated.current(purpose)], sealed)).toBeUndefined();
});
