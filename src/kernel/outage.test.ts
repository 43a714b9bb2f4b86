import { expect, test } from 'vitest';
import { isOutage } from './outage.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });

test.each([
  ['a bug', new TypeError('x is not a function')],
  ['no error at all', 'away'],
  ['a constraint', coded('23505')],
  ['a statement that is wrong', coded('42601')],
  ['two changes at once', coded('40001')],
  ['a file that is not there', coded('ENOENT', { syscall: 'open' })],
  ['several things, not all of them outages', new AggregateError([coded('ECONNREFUSED'), new TypeError('x')])],
])('%s is no outage', (_what, error) => {
  expect(isOutage(error)).toBe(false);
});

test.each([
  ['nobody listens', coded('ECONNREFUSED')],
  ['neither on IPv6 nor on IPv4', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])],
  ['cut in the middle', coded('ECONNRESET')],
  ['the socket of the server is gone', coded('ENOENT', { syscall: 'connect' })],
  ['the server is being stopped', coded('57P01')],
  ['the server is starting', coded('57P03')],
  ['too many connections', coded('53300')],
  ['a standby that does not write', coded('25006')],
  ['no connection in time', new Error('timeout exceeded when trying to connect')],
  ['no answer in time', new Error('Query read timeout')],
  ['ended', new Error('Connection terminated unexpectedly')],
  ['hidden in another', new Error('wrapped', { cause: coded('ECONNREFUSED') })],
])('%s is one', (_what, error) => {
  expect(isOutage(error)).toBe(true);
});
