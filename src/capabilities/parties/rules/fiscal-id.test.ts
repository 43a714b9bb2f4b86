import { expect, test } from 'vitest';
import { type FiscalCandidate, partyMeant } from './fiscal-id.ts';

const sara: FiscalCandidate = { id: 'sara', kind: 'person', codiceFiscale: 'GRCSRA80A41D612X', partitaIva: undefined };
const firm: FiscalCandidate = { ...sara, id: 'firm', kind: 'sole_trader', partitaIva: '07643520567' };
const paolo: FiscalCandidate = { ...sara, id: 'paolo', codiceFiscale: 'CNTPLA80A01D612X' };

test('[REG-5] a fiscal id of nobody, or nothing typed, picks nobody', () => {
  expect(partyMeant([sara, firm], 'BNCGLI85A41D612L')).toBeUndefined();
  expect(partyMeant([sara, firm], ' ')).toBeUndefined();
  expect(partyMeant([], 'GRCSRA80A41D612X')).toBeUndefined();
});

test.each([
  ['GRCSRA80A41D612X', 'sara'],
  ['grc sra 80a41 d612x', 'sara'],
  ['07643520567', 'firm'],
  ['IT 07643520567', 'firm'],
  ['CNTPLA80A01D612X', 'paolo'],
])('[REG-5] %s picks %s of a person, her firm and somebody else on one contact', (typed, party) => {
  expect(partyMeant([firm, sara, paolo], typed)).toBe(party);
});

test('[REG-5] the codice fiscale of a sole trader picks the firm where the person is no candidate', () => {
  expect(partyMeant([firm, paolo], 'GRCSRA80A41D612X')).toBe('firm');
});
