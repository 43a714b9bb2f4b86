import { expect, test } from 'vitest';
import type { ContactOrigin, ContactRole } from '../rules.ts';
import { editabilityOf } from './editing.ts';

test.each<[ContactOrigin, ContactRole[], string]>([
  ['agency', [], 'agency'],
  ['employer', ['preferred'], 'employer'],
  ['agency', ['paperless', 'signature'], 'paperless'],
  ['agency', ['signature'], 'signature'],
  ['self', ['username', 'preferred'], 'username'],
  ['agency', ['confirmation', 'paperless'], 'confirmation'],
])('[CON-3] a contact of %s used as %j is not changed alone, because of %s', (origin, roles, because) => {
  expect(editabilityOf({ origin, roles })).toMatchObject({ ok: false, reasons: [{ values: { because } }] });
});

test('[CON-3] an own contact that is at most preferred is free', () => {
  expect(editabilityOf({ origin: 'self', roles: ['preferred'] }).ok).toBe(true);
});
