import { expect, test } from 'vitest';
import { keysFrom } from '#kernel/secrets.ts';
import { setNotice, takeNotice } from './notice.ts';

type Event = Parameters<typeof takeNotice>[0];

function browser() {
  const jar = new Map<string, string>();
  const cookies = {
    get: (name: string) => jar.get(name),
    set: (name: string, value: string) => void jar.set(name, value),
    delete: (name: string) => void jar.delete(name),
  };
  const context = {
    keys: keysFrom('a secret of the tests, long enough for all'),
    settings: { text: { publicAddress: 'https://area.example' } },
  };
  return { jar, event: { cookies, locals: { context, language: 'de' } } as unknown as Event };
}

test('a notice is shown once, in the language of the page that shows it', () => {
  const { jar, event } = browser();
  setNotice(event, 'signed_out', 'info');
  expect([...jar.keys()]).toEqual(['__Host-notice']);
  expect(takeNotice(event)).toEqual({ tone: 'info', text: 'Sie sind abgemeldet. Bis bald.' });
  expect(takeNotice(event)).toBeUndefined();
});

test.each(['ok.signed_out.', 'ok.signed_out.AAAAAAAAAAAAAAAAAAAAAA', 'ok', '', 'bad.nothing.x'])(
  'a notice that we did not sign is not shown: %j',
  (value) => {
    const { jar, event } = browser();
    jar.set('__Host-notice', value);
    expect(takeNotice(event)).toBeUndefined();
  },
);

test('a signature counts for its own sentence only', () => {
  const { jar, event } = browser();
  setNotice(event, 'signed_out');
  jar.set('__Host-notice', (jar.get('__Host-notice') ?? '').replace('signed_out', 'registered'));
  expect(takeNotice(event)).toBeUndefined();
});
