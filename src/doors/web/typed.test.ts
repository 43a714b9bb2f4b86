import { expect, test } from 'vitest';
import { typedIn } from './typed.ts';

const form = (fields: Record<string, string | File>): FormData => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};
const at = { pathname: '/assistenza', search: '?/invia' };

test('[ACC-12] passwords, codes and files are not given back, and without them the form cannot be sent again', () => {
  expect(typedIn(form({ username: 'a@posta.example', password: 'segreta' }), at)).toEqual({
    action: '/assistenza?/invia',
    page: '/assistenza',
    fields: [{ name: 'username', value: 'a@posta.example', isLong: false }],
    canSendAgain: false,
  });
  expect(typedIn(form({ codice: '123456' }), at)).toMatchObject({ fields: [], canSendAgain: false });
  expect(typedIn(form({ foto: new File(['x'], 'x.png') }), at)).toMatchObject({ fields: [], canSendAgain: false });
});

test('[ACC-12] what is long is shown, what is short goes along; too much is not given back at all', () => {
  const given = typedIn(form({ argomento: 'other', testo: 'Prima riga.\nSeconda riga.' }), at);
  expect(given?.fields.map(({ name, isLong }) => [name, isLong])).toEqual([
    ['argomento', false],
    ['testo', true],
  ]);
  expect(given?.canSendAgain).toBe(true);
  expect(typedIn(form({ testo: 'x'.repeat(64_000) }), at)).toBeUndefined();
});
