import { expect, test } from 'vitest';
import { sayer } from './say.ts';

type Words = Record<'a.day' | 'a.starts' | 'a.day_sms' | 'a.time', { value: string }>;
const file = {
  'a.day': 'entro il {value}',
  'a.starts': 'Il {value}, al {value}',
  'a.day_sms': 'del {value}',
  'a.time': 'Pil {value}',
};
const say = sayer<Words>({ it: file, en: file, de: file });

test.each([
  ['7 novembre', 'entro il 7 novembre'],
  ['18 novembre', 'entro il 18 novembre'],
  ['1° novembre', 'entro il 1° novembre'],
  ['110', 'entro il 110'],
  ['08/11/2026', 'entro il 08/11/2026'],
  ['8000000', 'entro il 8000000'],
  ['8 novembre', 'entro l’8 novembre'],
  ['11 novembre', 'entro l’11 novembre'],
  ['11/08/2026', 'entro l’11/08/2026'],
  ['80 %', 'entro l’80 %'],
  ['800\u00a0000\u00a0000', 'entro l’800\u00a0000\u00a0000'],
])('[HLP-2] an Italian article before %s', (value, said) => {
  expect(say('it')('a.day', { value })).toBe(said);
});

test('[HLP-2] only an article, only in Italian, and plain in a text message', () => {
  expect(say('it')('a.time', { value: '8' })).toBe('Pil 8');
  expect(say('en')('a.day', { value: '8' })).toBe('entro il 8');
  expect(say('it')('a.starts', { value: '8' })).toBe('L’8, all’8');
  expect(say('it')('a.day_sms', { value: '8 novembre' })).toBe("dell'8 novembre");
});
