import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Capability } from '#kernel/capability.ts';
import { fieldsOf, readForm, refuse } from './form.ts';

type Event = Parameters<typeof readForm>[0];

function post(fields: [string, string][], capabilities: Capability[] = []): Event {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const request = new Request('http://own.invalid/', { method: 'POST', body });
  // Only what the helper uses of an event.
  return { request, locals: { language: 'it', context: { capabilities } } } as unknown as Event;
}
const schema = z.object({
  name: z.string().min(1, 'name_missing'),
  postcode: z.string().regex(/^\d{5}$/, 'postcode_wrong'),
  password: z.string().min(3),
});
const say = (key: string) => `«${key}»`;

test('a form that was refused gives one error per field, in the order of the schema, and 422', async () => {
  const read = await readForm(
    post([
      ['postcode', '12'],
      ['name', ''],
    ]),
    schema,
    say,
  );
  expect(read).toMatchObject({
    ok: false,
    failure: {
      status: 422,
      data: {
        errors: [
          { field: 'name', text: '«name_missing»' },
          { field: 'postcode', text: '«postcode_wrong»' },
          { field: 'password', text: 'Compila questo campo' },
        ],
      },
    },
  });
});

test('what was typed is kept, but never a password or a code', async () => {
  const typed: [string, string][] = [
    ['postcode', '12'],
    ['password', 'segreta'],
    ['newPassword', 'segreta'],
    ['code', '482713'],
    ['codice', '482713'],
    ['codiceFiscale', 'RSSMRA'],
  ];
  const read = await readForm(post(typed), schema, say);
  expect(read.ok ? undefined : read.failure.data.values).toEqual({ postcode: '12', codiceFiscale: 'RSSMRA' });
});

test('[ACC-1] a form of very many fields costs no more than reading it, and a field twice is still a list', async () => {
  const names = Array.from({ length: 30_000 }, (_, at) => `field${at}`);
  const body = new URLSearchParams([...names.map((name) => [name, 'x']), ['name', 'Anna'], ['name', 'Bruno']]);
  const request = new Request('http://own.invalid/', { method: 'POST', body });
  const event = { request, locals: { language: 'it', context: { capabilities: [] } } } as unknown as Event;
  const start = performance.now();
  const read = await readForm(event, z.object({ name: z.array(z.string()), field7: z.string() }));
  expect(read).toEqual({ ok: true, data: { name: ['Anna', 'Bruno'], field7: 'x' } });
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('a message without words of its own is said by the shell, not looked up', async () => {
  const read = await readForm(
    post([
      ['name', 'a'],
      ['postcode', '12345'],
      ['password', 'ab'],
    ]),
    schema,
    say,
  );
  expect(read).toMatchObject({ failure: { data: { errors: [{ text: 'Controlla quello che hai scritto qui' }] } } });
});

test('a file in the place of a text is a field left out', async () => {
  const body = new FormData();
  body.append('name', new File(['x'], 'x.txt'));
  const event = { ...post([]), request: new Request('http://own.invalid/', { method: 'POST', body }) };
  const read = await readForm(event, z.object({ name: z.string('name_missing').min(1) }));
  expect(read).toMatchObject({ failure: { data: { errors: [{ field: 'name', text: 'name_missing' }], values: {} } } });
});

test('a good form gives the parsed values; a field that comes twice is a list', async () => {
  const read = await readForm(
    post([
      ['kind', 'a'],
      ['kind', 'b'],
      ['age', ' 12 '],
    ]),
    z.object({ kind: z.array(z.string()), age: z.string().trim() }),
  );
  expect(read).toEqual({ ok: true, data: { kind: ['a', 'b'], age: '12' } });
});

const speaking = {
  name: 'sample',
  tables: [],
  reasons: {
    'sample.closed': {
      say: (reason: { values: { day: string } }) => ({
        text: `Chiusa dal ${reason.values.day}.`,
        way: { href: '/x', text: 'Altro' },
      }),
      question: () => '',
      why: () => '',
    },
    'sample.wrong': { say: () => ({ text: 'Non è giusto.' }), question: () => '', why: () => '' },
  },
} as unknown as Capability;

test('reasons go beside their field, the first of the others on top with its way out', () => {
  const failure = refuse(
    post([], [speaking]),
    [
      { code: 'sample.wrong', values: {}, changes: 'you' },
      { code: 'sample.closed', values: { day: '1° dicembre' }, changes: 'with-time' },
    ],
    { field: { 'sample.wrong': 'code' }, values: { code: '123456', note: 'ciao' } },
  );
  expect(failure.status).toBe(422);
  expect(failure.data).toEqual({
    values: { note: 'ciao' },
    errors: [{ field: 'code', text: 'Non è giusto.' }],
    notice: { code: 'sample.closed', text: 'Chiusa dal 1° dicembre.', way: { href: '/x', text: 'Altro' } },
  });
});

test('a reason that nobody says is a bug, not an empty sentence', () => {
  expect(() => refuse(post([], [speaking]), [{ code: 'sample.unknown', values: {}, changes: 'nobody' }])).toThrow(
    'sample.unknown',
  );
});

test('[DUT-4] a body that is no form is refused as such, and a NUL is dropped', async () => {
  const broken = new Request('http://own.invalid/', {
    method: 'POST',
    body: 'name=x',
    headers: { 'content-type': 'multipart/form-data' },
  });
  await expect(fieldsOf(broken)).rejects.toMatchObject({ status: 400 });
  const read = await readForm(post([['name', 'a\0b']]), z.object({ name: z.string() }));
  expect(read).toEqual({ ok: true, data: { name: 'ab' } });
});
