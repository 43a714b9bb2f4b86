import { expect, test } from 'vitest';
import { roles } from '../rules.ts';
import { payingRoles, type Section, sectionsFor, sectionsForRoles, seeingRoles } from './sections.ts';

const kept: Section[] = ['premium', 'payments', 'documents', 'valuation'];

test.each(['insured', 'family_member', 'employer_insured'] as const)(
  '[POL-4] who is %s sees coverages, not premiums, payments nor contract documents',
  (role) => {
    for (const section of kept) expect(sectionsFor(role)).not.toContain(section);
    expect(sectionsFor(role)).toEqual(expect.arrayContaining(['coverages', 'goods', 'people', 'agency']));
  },
);

test('[POL-6] a beneficiary sees nothing of the policy', () => {
  expect(sectionsFor('beneficiary')).toEqual([]);
  expect(sectionsForRoles(['beneficiary']).size).toBe(0);
});

test('[POL-4] the policyholder sees everything, also as one of several roles', () => {
  for (const section of kept) expect(sectionsFor('policyholder')).toContain(section);
  expect([...sectionsForRoles(['insured', 'policyholder'])].sort()).toEqual([...sectionsFor('policyholder')].sort());
});

test('[POL-4] only the policyholder pays', () => {
  expect(payingRoles(roles)).toEqual(['policyholder']);
  expect(seeingRoles(roles)).toEqual(['policyholder', 'insured', 'family_member', 'employer_insured']);
});
