import { expect, test } from 'vitest';
import type { Capability } from '#kernel/capability.ts';
import { explain, whyPath } from './explain.ts';

const reasons = (name: string) =>
  ({
    name,
    tables: [],
    reasons: { [`${name}.no`]: { say: (_: unknown, language: string) => ({ text: `${name} ${language}` }) } },
  }) as unknown as Capability;

test('[HLP-3] a reason is said by the capability it comes from, in the language asked', () => {
  const context = { capabilities: [{ name: 'silent', tables: [] }, reasons('one'), reasons('two')] };
  expect(explain(context, 'de', { code: 'two.no', values: {}, changes: 'you' })).toEqual({
    code: 'two.no',
    text: 'two de',
  });
  expect(() => explain(context, 'de', { code: 'three.no', values: {}, changes: 'you' })).toThrow('three.no');
});

test('[HLP-3] every reason has an address of its help page', () => {
  expect(whyPath('payments.window_not_open')).toBe('/aiuto/perche/payments-window_not_open');
});
