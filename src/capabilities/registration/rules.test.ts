import { expect, test } from 'vitest';
import { afterWrongFiscalId, answerFor, type Holder, type Known, needsFiscalId } from './rules.ts';

const holder = (partyId: string, over: Partial<Holder> = {}): Holder => ({
  contactId: `contact of ${partyId}`,
  partyId,
  origin: 'agency',
  kind: 'email',
  ...over,
});
const known = (over: Partial<Known>): Known => ({
  holders: [holder('giulia')],
  claim: undefined,
  customers: new Set(['giulia', 'elena', 'paolo']),
  registered: new Set(),
  ...over,
});

test.each([
  ['nobody holds', { holders: [] }, { kind: 'unknown' }],
  ['somebody added alone', { holders: [holder('giulia', { origin: 'self' })] }, { kind: 'unknown' }],
  ['is a landline', { holders: [holder('giulia', { kind: 'landline' })] }, { kind: 'unknown' }],
  ['belongs to no policyholder nor insured', { customers: new Set<string>() }, { kind: 'unknown' }],
  ['is unknown although claimed', { holders: [], claim: 'username' }, { kind: 'unknown' }],
  ['is a username', { claim: 'username' }, { kind: 'in_use', role: 'username' }],
  ['confirms operations', { claim: 'confirmation' }, { kind: 'in_use', role: 'confirmation' }],
  ['is awaited', { claim: 'awaited' }, { kind: 'in_use', role: 'awaited' }],
  ['belongs to who is registered', { registered: new Set(['giulia']) }, { kind: 'registered', isShared: false }],
  ['the employer gave', { holders: [holder('giulia', { origin: 'employer' })] }, { kind: 'possible', isShared: false }],
  ['the agency recorded', {}, { kind: 'possible', isShared: false, candidates: [{ partyId: 'giulia' }] }],
] as const)('[REG-1] [REG-2] a contact that %s', (_how, over, expected) => {
  expect(answerFor(known(over as Partial<Known>))).toMatchObject(expected);
});

test('[REG-5] a contact of two parties is shared, also when one of them is registered already', () => {
  const holders = [holder('elena'), holder('paolo')];
  expect(answerFor(known({ holders }))).toMatchObject({
    kind: 'possible',
    isShared: true,
    candidates: [{ partyId: 'elena' }, { partyId: 'paolo' }],
  });
  expect(answerFor(known({ holders, registered: new Set(['elena']) }))).toEqual({
    kind: 'possible',
    isShared: true,
    candidates: [{ partyId: 'paolo', contactId: 'contact of paolo' }],
  });
  expect(answerFor(known({ holders, registered: new Set(['elena', 'paolo']) }))).toMatchObject({
    kind: 'registered',
    isShared: true,
  });
});

test('[REG-5] the fiscal id is asked with the code always, with the link only when the contact is shared', () => {
  expect(needsFiscalId('code', false)).toBe(true);
  expect(needsFiscalId('code', true)).toBe(true);
  expect(needsFiscalId('link', true)).toBe(true);
  expect(needsFiscalId('link', false)).toBe(false);
});

test('[REG-5] the fifth wrong fiscal id is the last', () => {
  expect(afterWrongFiscalId(4, 5)).toMatchObject({ code: 'registration.not_found', values: { triesLeft: 1 } });
  expect(afterWrongFiscalId(5, 5).code).toBe('registration.no_tries');
});
