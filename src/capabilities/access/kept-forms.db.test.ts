import { expect, test } from 'vitest';
import { plusSeconds } from '#kernel/days.ts';
import { accessCapabilities, givenRegistered, givenVisitor } from '../../../tests/world/access.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { givenViewer } from '../../../tests/world/rows.ts';
import { keepForm, takeForm } from './index.ts';

const world = await testWorld({ capabilities: accessCapabilities });
const { context, clock } = world;

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

async function somebody() {
  const { account } = await givenRegistered(world);
  const { browserToken, browserId } = await givenVisitor(world);
  return { accountId: account.id, browserToken, viewer: await givenViewer(context, account, { browserId }) };
}

test('[ACC-12] what was typed comes back once, without passwords and codes', async () => {
  const { accountId, browserToken, viewer } = await somebody();
  const form = formOf({ testo: 'La grandine ha rotto il lunotto.', password: 'segreta', codice: '123456' });
  expect(await keepForm(context, { accountId, browserToken, path: '/assistenza', form })).toBe(true);
  expect(await takeForm(context, viewer, browserToken)).toEqual({
    path: '/assistenza',
    values: { testo: 'La grandine ha rotto il lunotto.' },
  });
  expect(await takeForm(context, viewer, browserToken)).toBeUndefined();
});

test('[ACC-12] somebody else who signs in in the same browser sees nothing of it, and its owner still does', async () => {
  const owner = await somebody();
  const { account } = await givenRegistered(world);
  const other = await givenViewer(context, account, { browserId: owner.viewer.browserId });
  await keepForm(context, { ...owner, path: '/assistenza', form: formOf({ testo: 'Ciao' }) });
  expect(await takeForm(context, other, owner.browserToken)).toBeUndefined();
  expect((await takeForm(context, owner.viewer, owner.browserToken))?.values).toEqual({ testo: 'Ciao' });
});

test('[ACC-12] the database cannot read it, and another cookie does not open it', async () => {
  const { accountId, browserToken, viewer } = await somebody();
  await keepForm(context, { accountId, browserToken, path: '/assistenza', form: formOf({ testo: 'lunotto' }) });
  const { rows } = await world.database.pool.query<{ content: Buffer }>(
    'select content from kept_forms where account_id = $1',
    [accountId],
  );
  expect(rows[0]?.content.includes('lunotto')).toBe(false);
  expect(await takeForm(context, viewer, (await givenVisitor(world)).browserToken)).toBeUndefined();
});

test('[ACC-12] a form is kept for thirty minutes', async () => {
  const { accountId, browserToken, viewer } = await somebody();
  const keep = () =>
    keepForm(context, { accountId, browserToken, path: '/assistenza', form: formOf({ testo: 'Ciao' }) });
  await keep();
  clock.set(plusSeconds(clock.now(), 1_800));
  expect(await takeForm(context, viewer, browserToken)).toBeDefined();
  await keep();
  clock.set(plusSeconds(clock.now(), 1_801));
  expect(await takeForm(context, viewer, browserToken)).toBeUndefined();
  await keep();
  clock.set(plusSeconds(clock.now(), 1_801));
  await world.runSchedule('access.sweep');
  const { rows } = await world.database.pool.query('select 1 from kept_forms where account_id = $1', [accountId]);
  expect(rows).toEqual([]);
});

test('[ACC-12] nothing is kept of an empty form, one that is too large, or from no browser of ours', async () => {
  const { accountId, browserToken } = await somebody();
  const keep = (form: FormData, token = browserToken) =>
    keepForm(context, { accountId, browserToken: token, path: '/assistenza', form });
  expect(await keep(formOf({ password: 'segreta' }))).toBe(false);
  expect(await keep(formOf({ testo: 'a'.repeat(65_536) }))).toBe(false);
  expect(await keep(formOf({ testo: 'a'.repeat(65_000) }))).toBe(true);
  expect(await keep(formOf({ testo: 'Ciao' }), 'nessuno')).toBe(false);
});
