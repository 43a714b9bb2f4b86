import { expect, test } from 'vitest';
import { type Answering, type Tie, usernamesMeant } from './forgotten-username.ts';

const account = (accountId: string, tie?: Tie): Answering => ({ accountId, partyId: `party of ${accountId}`, tie });
const meant = (...answering: Answering[]) => {
  const { tell, show } = usernamesMeant(answering);
  return { tell: tell.map((one) => one.accountId), show: show?.accountId };
};

test('[ACC-3] nobody answers: nobody is told and nothing is shown', () => {
  expect(meant()).toEqual({ tell: [], show: undefined });
});

test('[ACC-3] without a policy of theirs every account is told its own, and none is shown', () => {
  expect(meant(account('person'))).toEqual({ tell: ['person'], show: undefined });
  expect(meant(account('person'), account('firm'))).toEqual({ tell: ['person', 'firm'], show: undefined });
});

test('[ACC-3] the policy picks one account, the closest one', () => {
  expect(meant(account('person'), account('firm', 'policyholder'))).toEqual({ tell: ['firm'], show: 'firm' });
  expect(meant(account('person', 'insured'), account('firm', 'policyholder'))).toEqual({
    tell: ['firm'],
    show: 'firm',
  });
  expect(meant(account('person', 'through'), account('firm', 'insured'))).toEqual({ tell: ['firm'], show: 'firm' });
  expect(meant(account('person', 'through'))).toEqual({ tell: ['person'], show: 'person' });
});

test('[ACC-3] a policy that two of them hold alike shows neither', () => {
  expect(meant(account('one', 'policyholder'), account('two', 'policyholder'))).toEqual({
    tell: ['one', 'two'],
    show: undefined,
  });
});
