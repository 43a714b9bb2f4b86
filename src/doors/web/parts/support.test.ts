import { expect, test } from 'vitest';
import { supportForm } from './support.server.ts';

const asked = { argomento: 'other', testo: 'Una domanda.' };

test('[REQ-1] a customer asks without a contact; one that is sent all the same is nothing', () => {
  expect(supportForm('it', true).safeParse(asked)).toMatchObject({ success: true });
  const read = supportForm('it', true).parse({ ...asked, recapito: 'altro@posta.example' });
  expect(read.recapito).toBeUndefined();
});

test('[REQ-1] a visitor says where to be answered', () => {
  expect(supportForm('it', false).safeParse(asked).success).toBe(false);
  expect(supportForm('it', false).parse({ ...asked, recapito: 'altro@posta.example' }).recapito).toEqual({
    kind: 'email',
    value: 'altro@posta.example',
  });
});
