// A customer with 500 policies and 10,000 payables, beside others: nothing is cut silently, and no page asks more often.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyFor, overview, soonestFor } from '#capabilities/payments/index.ts';
import { detailFor, glanceFor, listFor, pageFor } from '#capabilities/policies/index.ts';
import type { Customer } from '#kernel/viewer.ts';
import { type Crowd, fillCrowd, policyIdOf } from '../../../../scripts/crowd.ts';
import { testWorld } from '../../../../tests/world/context.ts';
import { homePage } from './home.server.ts';
import { foundBy } from './payments-page.server.ts';
import { policyList } from './policy-list.server.ts';

const world = await testWorld();
const { context, database } = world;
const usual: Crowd = { from: 1, to: 20, policiesEach: 3, payablesEach: 2 };
const giant: Crowd = { from: 2_000, to: 2_000, policiesEach: 500, payablesEach: 20 };
const client = await database.pool.connect();
afterAll(() => client.release());

beforeAll(async () => {
  await fillCrowd(client, usual, () => {});
  await fillCrowd(client, giant, () => {});
  await client.query('analyze');
});

async function viewerOf(customer: number): Promise<Customer> {
  const { party_id: partyId, id: accountId } = await context.database
    .selectFrom('accounts')
    .innerJoin('parties', 'parties.id', 'accounts.party_id')
    .select(['accounts.id', 'accounts.party_id'])
    .where('parties.key', '=', `party-${customer}`)
    .executeTakeFirstOrThrow();
  const of = { partyId, accountId, profileId: partyId, sessionId: accountId, browserId: accountId };
  return { kind: 'customer', language: 'it', address: '203.0.113.7', ...of };
}

/** What the list shows on one page. */
async function listPage(viewer: Customer, page: number) {
  const found = await pageFor(context, viewer, page);
  const policyIds = found.policies.map((policy) => policy.id);
  const payables = await overview(context, viewer, { policyIds, isDueOnly: true });
  return policyList(context, { found, payables }, 'it');
}

test('[POL-1] the pages of the list show each of 500 policies once, by area, and say how many there are', async () => {
  const viewer = await viewerOf(2_000);
  const first = await listPage(viewer, 1);
  expect(first.words.count).toContain('500');
  expect(first.pages).toMatchObject({
    text: 'Pagina 1 di 21',
    previous: undefined,
    next: { href: '/polizze?pagina=2' },
  });
  const paths: string[] = [];
  for (let page = 1; page <= 21; page++) {
    const { groups } = await listPage(viewer, page);
    paths.push(...groups.flatMap((group) => group.rows.map((row) => row.path)));
  }
  expect(paths).toHaveLength(500);
  expect(new Set(paths)).toEqual(new Set((await listFor(context, viewer)).map((one) => `/polizze/${one.publicId}`)));
  expect((await listPage(viewer, 21)).pages?.next).toBeUndefined();
  expect((await listPage(viewer, 22)).pages?.text).toBe('Pagina 1 di 21');
});

test('[POL-1] who has three policies sees them on one page without a way to others', async () => {
  const { groups, pages } = await listPage(await viewerOf(7), 1);
  expect(groups.flatMap((group) => group.rows)).toHaveLength(3);
  expect(pages).toBeUndefined();
});

test('[PAY-4] every one of 10,000 payables is found, those of a policy on its page', async () => {
  const viewer = await viewerOf(2_000);
  expect(await overview(context, viewer)).toHaveLength(10_000);
  const policy = await detailFor(context, viewer, policyIdOf(giant, 2_000, 250));
  expect(await overview(context, viewer, { policyIds: [policy?.id ?? ''] })).toHaveLength(20);
});

test('[PAY-4] Home shows the policies that are due soonest, counts all, and says that there is more to pay', async () => {
  const viewer = await viewerOf(2_000);
  const soonest = await soonestFor(context, viewer);
  const policies = await glanceFor(
    context,
    viewer,
    soonest.payables.map((payable) => payable.policy.id),
  );
  const todos = (await Promise.all(context.capabilities.map((one) => one.todo?.(context, viewer, 'it')))).flatMap(
    (some) => some ?? [],
  );
  const facts = { name: 'Anna', isBusiness: false, todos, policies, documents: [], agency: undefined };
  const home = homePage(context, { ...facts, soonest }, 'it');
  expect(soonest).toMatchObject({ hasMore: true });
  expect(home.words.allPolicies).toContain('500');
  expect(home.policies.flatMap((group) => group.rows).map((row) => row.tag.text)).toEqual(Array(5).fill('Da pagare'));
  // Nothing can be paid here without a provider; with one, Home says that it does not count all.
  const payables = soonest.payables.map((one) => ({ ...one, answer: { ok: true } as typeof one.answer }));
  const payable = homePage(context, { ...facts, soonest: { payables, hasMore: true } }, 'it');
  expect(payable.text).toContain('più di');
  expect(payable.more).toContain('Pagamenti');
});

test('[PAY-4] of 500 policies Pagamenti names only the one that is asked for; lines are named all', async () => {
  const viewer = await viewerOf(2_000);
  const find = (search: string) =>
    foundBy(context, viewer, new URLSearchParams(search), (filter) => historyFor(context, viewer, filter));
  const all = await find('');
  expect(all.choice).toMatchObject({ total: 500, lines: ['motor', 'home', 'accident', 'pet', 'life'], policies: [] });
  const publicId = policyIdOf(giant, 2_000, 250);
  const one = await find(`polizza=${publicId}&ramo=life`);
  expect(one.choice.policies).toMatchObject([{ publicId }]);
  expect(one.found).toMatchObject({ due: { count: 0 }, paidTotals: [] });
  expect((await find(`polizza=${publicId}`)).found.due.count).toBe(1);
});

test('[PAY-1] of 500 policies the first five that take contributions are offered', async () => {
  const viewer = await viewerOf(2_000);
  const { choice } = await foundBy(context, viewer, new URLSearchParams(), async () => undefined);
  expect(choice.contributions.map((one) => one.line)).toEqual(Array(5).fill('life'));
});

test.each([
  [7, 3, policyIdOf(giant, 2_000, 1)],
  [2_000, 500, policyIdOf(usual, 7, 1)],
])(
  '[PAY-4] customer %i: a policy of another one, or a line that one has nothing of, is no filter',
  async (number, dueCount, another) => {
    const viewer = await viewerOf(number);
    const find = (search: string) =>
      foundBy(context, viewer, new URLSearchParams(search), (filter) => historyFor(context, viewer, filter));
    const all = await find('');
    expect(all.found.due.count).toBe(dueCount);
    for (const search of [`polizza=${another}`, 'polizza=niente', 'ramo=pension', 'ramo=niente']) {
      expect(await find(search)).toEqual(all);
    }
  },
);

test('[POL-1] [PAY-4] no page asks the database more often for 500 policies than for three', async () => {
  const [few, many] = [await viewerOf(3), await viewerOf(2_000)];
  const asked = (work: () => Promise<unknown>) => database.countStatements(work);
  expect(await asked(() => listPage(many, 1))).toBe(await asked(() => listPage(few, 1)));
  const home = (viewer: Customer) => async () => {
    const { payables } = await soonestFor(context, viewer);
    await glanceFor(
      context,
      viewer,
      payables.map((payable) => payable.policy.id),
    );
    for (const capability of context.capabilities) await capability.todo?.(context, viewer, 'it');
  };
  expect(await asked(home(many))).toBe(await asked(home(few)));
});
