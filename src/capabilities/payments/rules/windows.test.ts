import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, day, dayOf, daysBetween, instant, plusDays, plusSeconds } from '#kernel/days.ts';
import { familyOf, payableOn, paymentWindow } from './windows.ts';

test.each([
  ['motor', '2026-05-24', '2026-04-13', 'payments.window_not_open'],
  ['motor', '2026-05-24', '2026-04-14', 'yes'],
  ['motor', '2026-05-24', '2026-06-08', 'yes'],
  ['motor', '2026-05-24', '2026-06-09', 'payments.window_closed'],
  // Over the change to summer time, 29 March 2026, and back, 25 October 2026.
  ['motor', '2026-04-10', '2026-02-28', 'payments.window_not_open'],
  ['motor', '2026-04-10', '2026-03-01', 'yes'],
  ['motor', '2026-10-20', '2026-11-04', 'yes'],
  ['motor', '2026-10-20', '2026-11-05', 'payments.window_closed'],
  ['life', '2026-05-24', '2026-04-30', 'payments.window_not_open'],
  ['life', '2026-05-24', '2026-05-01', 'yes'],
  ['life', '2026-05-24', '2026-06-23', 'yes'],
  ['life', '2026-05-24', '2026-06-24', 'payments.window_closed'],
  ['life', '2026-10-01', '2026-10-31', 'yes'],
  ['life', '2026-10-01', '2026-11-01', 'payments.window_closed'],
  ['other', '2026-05-24', '2026-04-23', 'payments.window_not_open'],
  ['other', '2026-05-24', '2026-04-24', 'yes'],
  ['other', '2026-05-24', '2027-01-01', 'yes'],
  ['other', '2028-02-29', '2028-01-29', 'payments.window_not_open'],
  ['other', '2028-02-29', '2028-01-30', 'yes'],
] as const)('[PAY-2] %s due %s, on %s: %s', (family, due, today, expected) => {
  const answer = payableOn(day(today), paymentWindow(family, day(due)));
  expect(answer.ok ? 'yes' : answer.reasons[0].code).toBe(expected);
});

test.each([
  // 23:59:59 and 00:00:00 in Rome, in winter and in summer time, are what decides, not the day in UTC.
  ['2026-12-09T22:59:59Z', 'yes'],
  ['2026-12-09T23:00:00Z', 'payments.window_closed'],
] as const)('[PAY-2] the window is judged on the calendar of Rome: %s is %s (winter)', (now, expected) => {
  const answer = payableOn(dayOf(instant(now)), paymentWindow('motor', day('2026-11-24')));
  expect(answer.ok ? 'yes' : answer.reasons[0].code).toBe(expected);
});
test.each([
  ['2026-06-08T21:59:59Z', 'yes'],
  ['2026-06-08T22:00:00Z', 'payments.window_closed'],
] as const)('[PAY-2] the window is judged on the calendar of Rome: %s is %s (summer)', (now, expected) => {
  const answer = payableOn(dayOf(instant(now)), paymentWindow('motor', day('2026-05-24')));
  expect(answer.ok ? 'yes' : answer.reasons[0].code).toBe(expected);
});

test('[PAY-2] a refusal carries the day that decides and who can change it', () => {
  const window = paymentWindow('motor', day('2026-05-24'));
  expect(payableOn(day('2026-04-01'), window)).toEqual({
    ok: false,
    reasons: [
      { code: 'payments.window_not_open', values: { opens: '2026-04-14' }, until: '2026-04-14', changes: 'with-time' },
    ],
  });
  expect(payableOn(day('2026-07-01'), window)).toEqual({
    ok: false,
    reasons: [
      { code: 'payments.window_closed', values: { closed: '2026-06-08' }, since: '2026-06-08', changes: 'agency' },
    ],
  });
});

test('[PAY-2] life, savings and pension share the window of life lines; only motor has its own', () => {
  const lines = ['motor', 'home', 'accident', 'health', 'business', 'pet', 'life', 'savings', 'pension'] as const;
  expect(lines.map(familyOf)).toEqual(['motor', 'other', 'other', 'other', 'other', 'other', 'life', 'life', 'life']);
});

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days): Day => plusDays(day('2000-01-01'), days));

test('[PAY-2] the due day itself is always inside, and the days are counted on the calendar', () => {
  fc.assert(
    fc.property(anyDay, (due) => {
      const motor = paymentWindow('motor', due);
      expect(daysBetween(motor.opens, due)).toBe(40);
      expect(motor.closes === 'never' ? 0 : daysBetween(due, motor.closes)).toBe(15);
      for (const family of ['motor', 'life', 'other'] as const) {
        const window = paymentWindow(family, due);
        expect(payableOn(due, window).ok).toBe(true);
        expect(payableOn(plusDays(window.opens, -1), window).ok).toBe(false);
        if (window.closes !== 'never') expect(payableOn(plusDays(window.closes, 1), window).ok).toBe(false);
      }
    }),
  );
});

/** When a day of Rome begins and ends: 23 hours in March, 25 in October, 24 on 29 February. */
const romanDays = [
  ['2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['2027-03-28', '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z'],
  ['2027-10-31', '2027-10-30T22:00:00Z', '2027-10-31T23:00:00Z'],
  ['2028-02-29', '2028-02-28T23:00:00Z', '2028-02-29T23:00:00Z'],
] as const;
/** By how many days the due day is later than an end of the window; counted here in another way than there. */
const ends = [
  ['motor', 'opens', 40],
  ['motor', 'closes', -15],
  ['life', 'closes', -30],
  ['other', 'opens', 30],
] as const;
const later = (from: string, days: number): Day =>
  day(new Date(Date.parse(`${from}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));

test.each(
  romanDays.flatMap(([edge, begins, over]) => ends.map((end) => [end[0], end[1], edge, end[2], begins, over] as const)),
)(
  '[PAY-2] the window of %s that %s on %s does so at midnight in Rome, to the second',
  (family, which, edge, days, begins, over) => {
    const due = later(edge, days);
    const window = paymentWindow(family, due);
    expect(window[which]).toBe(edge);
    const at = (moment: string, seconds: number) => payableOn(dayOf(plusSeconds(instant(moment), seconds)), window).ok;
    expect([at(begins, -1), at(begins, 0), at(over, -1), at(over, 0)]).toEqual(
      which === 'opens' ? [false, true, true, true] : [true, true, true, false],
    );
  },
);

test.each([
  // The first of the due month, whichever month it is: with 29 days, and with a clock change in it.
  ['2028-02-29', '2028-01-31T22:59:59Z', '2028-01-31T23:00:00Z', '2028-03-30T21:59:59Z', '2028-03-30T22:00:00Z'],
  ['2028-01-31', '2027-12-31T22:59:59Z', '2027-12-31T23:00:00Z', '2028-03-01T22:59:59Z', '2028-03-01T23:00:00Z'],
  ['2026-10-31', '2026-09-30T21:59:59Z', '2026-09-30T22:00:00Z', '2026-11-30T22:59:59Z', '2026-11-30T23:00:00Z'],
  ['2027-03-01', '2027-02-28T22:59:59Z', '2027-02-28T23:00:00Z', '2027-03-31T21:59:59Z', '2027-03-31T22:00:00Z'],
  ['2027-02-28', '2027-01-31T22:59:59Z', '2027-01-31T23:00:00Z', '2027-03-30T21:59:59Z', '2027-03-30T22:00:00Z'],
] as const)('[PAY-2] a life instalment due on %s, to the second at both ends', (due, ...moments) => {
  const window = paymentWindow('life', day(due));
  expect(moments.map((moment) => payableOn(dayOf(instant(moment)), window).ok)).toEqual([false, true, true, false]);
});

const inRome = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' });
test('[PAY-2] at any second of three years, for any due day, the calendar of Rome decides and nothing else', () => {
  const from = Date.parse('2026-01-01T00:00:00Z') / 1000;
  fc.assert(
    fc.property(
      fc.constantFrom('motor', 'life', 'other'),
      fc.integer({ min: -60, max: 60 }),
      fc.integer({ min: from, max: from + 3 * 365 * 86_400 }),
      (family, offset, second) => {
        const now = new Date(second * 1000);
        const today = inRome.format(now);
        const due = later(today, offset);
        const opens = family === 'life' ? `${due.slice(0, 8)}01` : later(due, family === 'motor' ? -40 : -30);
        const closes = family === 'other' ? '9999-12-31' : later(due, family === 'motor' ? 15 : 30);
        const answer = payableOn(dayOf(instant(now)), paymentWindow(family, due));
        expect(answer.ok).toBe(opens <= today && today <= closes);
      },
    ),
    { numRuns: 500 },
  );
});
