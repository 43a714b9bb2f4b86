// The list of crash points is complete, and the tables of this folder go through all of it.
import { expect, test } from 'vitest';
import { steps } from '#kernel/steps.ts';
import { sources, withoutComments } from '../sources.ts';
import {
  allCases,
  type Case,
  chosenCases,
  methods,
  paymentSteps,
  phaseOf,
  stories,
  switches,
  switchesOf,
  whenPaid,
  whileItLasts,
  whyNotReached,
} from './matrix.ts';

const called = sources(['src']).flatMap(({ file, text }) =>
  [...withoutComments(text).matchAll(/\.step\(\s*'([\w.]+)'\s*\)/g)].map(([, name = '']) => ({ file, name })),
);

test('[PAY-6] [CNF-7] [INT-1] every crash point is called in one place, in the capability that it names', () => {
  for (const step of steps) {
    const files = called.filter((one) => one.name === step).map((one) => one.file);
    expect(files, step).toHaveLength(1);
    expect(files[0], step).toContain(`src/capabilities/${step.split('.')[0]}/`);
  }
  expect(called.map((one) => one.name).sort()).toEqual([...steps].sort());
});

test('[PAY-6] [INT-1] every crash point is in a table: of payments here, of the import in import.test.ts', () => {
  const others = steps.filter((step) => !(paymentSteps as readonly string[]).includes(step));
  expect(others.every((step) => step.startsWith('integration.'))).toBe(true);
});

const reached = chosenCases.filter((one) => !whyNotReached(one));
const count = (which: (one: Case) => boolean) => reached.filter(which).length;

test('[PAY-6] what npm test chooses: every step under two switches and with every method that reaches it, every switch', () => {
  for (const step of paymentSteps) {
    const mine = reached.filter((one) => one.step === step);
    expect(new Set(mine.map((one) => one.switch)).size, step).toBeGreaterThanOrEqual(2);
    const possible = methods.filter((method) => allCases.some((one) => one.step === step && one.method === method));
    for (const method of phaseOf(step) === 'opening' ? ['card'] : possible) {
      if (step.includes('receipt') || step === 'payments.refund_asked') continue;
      expect(
        count((one) => one.step === step && one.method === method),
        `${step} ${method}`,
      ).toBeGreaterThanOrEqual(1);
    }
  }
  for (const name of switches)
    expect(
      count((one) => one.switch === name),
      name,
    ).toBeGreaterThanOrEqual(1);
  for (const method of methods) {
    for (const phase of ['opening', 'settling', 'returning'] as const) {
      const found = count((one) => one.method === method && phaseOf(one.step) === phase);
      expect(found, `${method} ${phase}`).toBeGreaterThanOrEqual(1);
    }
    expect(
      count((one) => one.method === method && one.story === 'twice'),
      method,
    ).toBeGreaterThanOrEqual(1);
  }
  for (const story of stories)
    expect(
      count((one) => one.story === story),
      story,
    ).toBeGreaterThanOrEqual(4);
});

test('[PAY-6] the full product leaves out no step, method, switch of any simulator, story or net', () => {
  const some = (which: Partial<Case>) =>
    allCases.some((one) => Object.entries(which).every(([name, value]) => one[name as keyof Case] === value));
  for (const step of paymentSteps) {
    for (const method of methods) {
      for (const name of switchesOf(method)) expect(some({ step, method, switch: name }), `${step} ${name}`).toBe(true);
      for (const story of stories) {
        const isGiven = phaseOf(step) !== 'returning' || story !== 'kept';
        for (const net of ['queue', 'reconciler'] as const) {
          expect(some({ step, method, story, net, switch: 'calm' }), `${step} ${method} ${story}`).toBe(isGiven);
        }
      }
    }
  }
  // The switches of the simulators themselves, by their names in their own files.
  const named = (file: string) =>
    [...(sources(['simulators']).find((one) => one.file === file)?.text ?? '').matchAll(/^ {2}(\w+): z\./gm)].map(
      ([, name = '']) => name,
    );
  const used = new Set([...Object.values(whenPaid), ...Object.values(whileItLasts)].flatMap((one) => Object.keys(one)));
  for (const simulator of ['nexi-xpay', 'satispay', 'inbox']) {
    const own = named(`simulators/${simulator}/switches.ts`);
    expect(own.length, simulator).toBeGreaterThan(1);
    expect(
      own.filter((name) => !used.has(name)),
      simulator,
    ).toEqual([]);
  }
});

test('[PAY-6] what cannot be reached says why, and is nothing else', () => {
  const why = new Map<string, Set<string>>();
  for (const one of allCases) {
    const reason = whyNotReached(one);
    if (reason) why.set(reason, (why.get(reason) ?? new Set()).add(one.step));
  }
  const receipts = ['payments.receipt_made', 'payments.receipt_stored'];
  const refunds = ['payments.refund_asked', 'payments.refund_recorded'];
  expect(Object.fromEntries([...why].map(([reason, steps]) => [reason, [...steps].sort()]))).toEqual({
    'there is no notice': ['payments.notice_stored'],
    'a notice with a wrong token is not stored': ['payments.notice_stored'],
    'no money came, so none is receipted': receipts,
    'what the bank refused is not given back': refunds,
    'the money is given back, so none is receipted': receipts,
    'what was opened without an answer is called off, so nobody pays it': receipts,
    'nobody asks for a MyBank transfer back': refunds,
  });
  for (const step of paymentSteps) {
    for (const method of methods.filter((one) => phaseOf(step) !== 'returning' || one !== 'mybank')) {
      const ways = allCases.filter((one) => one.step === step && one.method === method && !whyNotReached(one));
      const missing = switchesOf(method).filter((name) => !ways.some((one) => one.switch === name));
      expect(missing.length, `${step} ${method}: ${missing.join()}`).toBeLessThanOrEqual(2);
    }
  }
});
