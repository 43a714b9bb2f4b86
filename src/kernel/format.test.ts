import { expect, test } from 'vitest';
import { day, instant } from './days.ts';
import {
  dayAndTime,
  forSms,
  longDay,
  money,
  moneyParts,
  percent,
  relativeDay,
  shortDay,
  time,
  weekday,
} from './format.ts';
import { cents } from './money.ts';

test('[HLP-2] money is grouped below ten thousand too, with a no-break space and a true minus', () => {
  expect(money(cents(123_450), 'it')).toBe('1.234,50\u00a0€');
  expect(money(cents(-5_000), 'it')).toBe('−50,00\u00a0€');
  expect(money(cents(123_450), 'en')).toBe('€1,234.50');
  expect(money(cents(-5_000), 'en')).toBe('−€50.00');
  expect(money(cents(123_450), 'de')).toBe('1.234,50\u00a0€');
  expect(money(cents(7), 'it')).toBe('0,07\u00a0€');
});

test('[HLP-2] the display figure is the same amount in its parts', () => {
  for (const language of ['it', 'en', 'de'] as const) {
    for (const amount of [0, 7, 31_240, -123_450, 123_456_789]) {
      const { before, whole, after } = moneyParts(cents(amount), language);
      expect(before + whole + after).toBe(money(cents(amount), language));
    }
  }
});

test('[HLP-2] days in words: the first of a month is 1° in Italian, years have four digits in tables', () => {
  expect(longDay(day('2026-12-01'), 'it')).toBe('1° dicembre 2026');
  expect(longDay(day('2026-12-11'), 'it')).toBe('11 dicembre 2026');
  expect(longDay(day('2026-11-24'), 'en')).toBe('24 November 2026');
  expect(longDay(day('2026-11-24'), 'de')).toBe('24. November 2026');
  expect(shortDay(day('2026-01-02'), 'it')).toBe('02/01/2026');
  expect(weekday(day('2026-12-01'), 'it')).toBe('martedì 1° dicembre');
});

test('[HLP-2] times are those of the clocks of Rome, in winter and summer', () => {
  expect(time(instant('2026-11-24T13:35:00Z'), 'it')).toBe('14:35');
  expect(time(instant('2026-07-24T13:35:00Z'), 'it')).toBe('15:35');
  expect(time(instant('2026-11-23T23:05:00Z'), 'de')).toBe('00:05');
  expect(dayAndTime(instant('2026-11-30T23:05:00Z'), 'it')).toBe('1° dicembre 2026, 00:05');
});

test('relative words only within seven days either way', () => {
  const today = day('2026-11-24');
  expect(relativeDay(day('2026-11-30'), today, 'it')).toBe('tra 6 giorni');
  expect(relativeDay(day('2026-11-24'), today, 'it')).toBe('oggi');
  expect(relativeDay(day('2026-12-01'), today, 'it')).toBe('tra 7 giorni');
  expect(relativeDay(day('2026-12-02'), today, 'it')).toBeUndefined();
  expect(relativeDay(day('2026-11-16'), today, 'it')).toBeUndefined();
});

test('percent', () => {
  expect(percent(10, 'it')).toBe('10\u00a0%');
  expect(percent(12.5, 'en')).toBe('12.5%');
});

test('a text message has nothing that is not in the alphabet of phones', () => {
  expect(forSms('È arrivata: 1.234,50\u00a0€, 333\u00a0•••\u00a0•482, dall’agenzia')).toBe(
    "E' arrivata: 1.234,50 €, 333 *** *482, dall'agenzia",
  );
});
