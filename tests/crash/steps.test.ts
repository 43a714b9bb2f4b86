// The list of crash points is complete, and the tables of this folder go through all of it.
import { expect, test } from 'vitest';
import { steps } from '#kernel/steps.ts';
import { sources, withoutComments } from '../sources.ts';
import { allCases, chosenCases, paymentSteps, stories, switches, whyNotReached } from './matrix.ts';

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

const reached = (step: string, name: string) =>
  chosenCases.some(
    (one) => one.step === step && one.switch === name && !whyNotReached(one.step, one.switch, one.story),
  );

test('[PAY-6] what npm test chooses: every step under two switches at least, every switch at three steps at least', () => {
  for (const step of paymentSteps) {
    expect(switches.filter((name) => reached(step, name)).length, step).toBeGreaterThanOrEqual(2);
  }
  for (const name of switches) {
    expect(paymentSteps.filter((step) => reached(step, name)).length, name).toBeGreaterThanOrEqual(3);
  }
  for (const story of stories) {
    expect(chosenCases.filter((one) => one.story === story).length, story).toBeGreaterThanOrEqual(4);
  }
});

test('[PAY-6] the full product leaves out no step, switch, story or net; what cannot be reached says why', () => {
  expect(allCases.filter((one) => one.story === 'withdrawn')).toHaveLength(paymentSteps.length * switches.length * 2);
  const impossible = allCases.flatMap((one) =>
    whyNotReached(one.step, one.switch, one.story) ? [`${one.step} ${one.story}: ${one.switch}`] : [],
  );
  const everySwitch = (where: string) => switches.map((name) => `${where}: ${name}`);
  const expected = [
    ...stories.flatMap((story) => [
      `payments.notice_stored ${story}: notify never`,
      `payments.notice_stored ${story}: wrongToken`,
    ]),
    ...['payments.receipt_made', 'payments.receipt_stored'].flatMap((step) => [
      ...everySwitch(`${step} withdrawn`),
      `${step} kept: refuse`,
      `${step} twice: refuse`,
    ]),
    ...['payments.refund_asked', 'payments.refund_recorded'].flatMap((step) => [
      `${step} withdrawn: refuse`,
      `${step} twice: refuse`,
    ]),
  ];
  expect([...new Set(impossible)].sort()).toEqual(expected.sort());
  for (const step of paymentSteps) {
    const ways = allCases.filter((one) => one.step === step && !whyNotReached(one.step, one.switch, one.story));
    expect(new Set(ways.map((one) => one.switch)).size, step).toBeGreaterThanOrEqual(switches.length - 2);
  }
});
