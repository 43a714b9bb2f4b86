import { expect, test } from 'vitest';
import { instant } from '#kernel/days.ts';
import { operationsOf } from './operations.ts';
import type { ListedOperation } from './shapes.ts';

const readAt = instant('2026-11-24T12:00:00Z');
let sequence = 0;
const listed = (
  operationType: string,
  operationResult: string,
  changes: Partial<ListedOperation> = {},
): ListedOperation => ({
  orderId: 'ref',
  operationId: String(++sequence),
  operationType,
  operationResult,
  operationTime: `2026-11-24T10:00:0${sequence % 10}.000Z`,
  operationAmount: 31240,
  operationCurrency: 'EUR',
  ...changes,
});
const read = (...entries: ListedOperation[]) =>
  operationsOf('ref', entries, readAt)?.map((entry) => `${entry.type} ${entry.result} ${entry.amountCents}`);

test.each([
  ['AUTHORIZED', 'payment success 31240'],
  ['EXECUTED', 'payment success 31240'],
  ['DECLINED', 'payment failure 31240'],
  ['DENIED_BY_RISK', 'payment failure 31240'],
  ['THREEDS_FAILED', 'payment failure 31240'],
  ['CANCELED', 'payment failure 31240'],
  ['FAILED', 'payment failure 31240'],
  ['PENDING', 'payment pending 31240'],
  ['THREEDS_VALIDATED', 'payment pending 31240'],
  ['SOMETHING_NEW', 'payment pending 31240'],
  ['VOIDED', 'payment reversed 31240'],
  ['REFUNDED', 'payment reversed 31240'],
])('[PAY-6] an authorisation that is %s is a %s', (result, expected) => {
  expect(read(listed('AUTHORIZATION', result))).toEqual([expected]);
});

test('[PAY-6] money of another order, in another currency or without an amount makes the list unreliable', () => {
  expect(read(listed('CAPTURE', 'EXECUTED', { orderId: 'another' }))).toBeUndefined();
  expect(read(listed('CAPTURE', 'EXECUTED', { operationCurrency: 'USD' }))).toBeUndefined();
  const { operationAmount: _none, ...without } = listed('CAPTURE', 'EXECUTED');
  expect(read(without)).toBeUndefined();
  const { operationAmount: _nor, ...refused } = listed('AUTHORIZATION', 'DECLINED');
  expect(read(refused)).toEqual(['payment failure 0']);
});

test('[PAY-6] an authorisation and its capture are the same money', () => {
  expect(read(listed('AUTHORIZATION', 'AUTHORIZED'), listed('CAPTURE', 'EXECUTED'))).toEqual([
    'other success 31240',
    'payment success 31240',
  ]);
});

test('[PAY-6] two captures are two payments, and so is an authorisation beside another capture', () => {
  sequence = 0;
  expect(read(listed('CAPTURE', 'EXECUTED'), listed('CAPTURE', 'EXECUTED'))).toEqual([
    'payment success 31240',
    'payment success 31240',
  ]);
  expect(read(listed('AUTHORIZATION', 'AUTHORIZED', { operationAmount: 100 }), listed('CAPTURE', 'EXECUTED'))).toEqual([
    'payment success 100',
    'payment success 31240',
  ]);
});

test('[PAY-6] one operation listed twice counts once, in its latest state', () => {
  const first = listed('CAPTURE', 'PENDING', { operationTime: '2026-11-24T10:00:00.000Z' });
  const then = { ...first, operationResult: 'EXECUTED', operationTime: '2026-11-24T10:00:09.000Z' };
  expect(read(then, first)).toEqual(['payment success 31240']);
});

test('[PAY-11] what was given back is a refund, once', () => {
  sequence = 0;
  expect(read(listed('CAPTURE', 'EXECUTED'), listed('REFUND', 'EXECUTED', { operationAmount: 240 }))).toEqual([
    'payment success 31240',
    'refund success 240',
  ]);
  expect(read(listed('CAPTURE', 'REFUNDED'), listed('REFUND', 'REFUNDED'))).toEqual([
    'payment success 31240',
    'refund success 31240',
  ]);
  expect(read(listed('AUTHORIZATION', 'EXECUTED'), listed('VOID', 'VOIDED'))).toEqual([
    'payment success 31240',
    'refund success 31240',
  ]);
});

test('[PAY-11] a refund that was taken back moves no money, a capture that was is given back', () => {
  sequence = 0;
  const refund = listed('REFUND', 'EXECUTED');
  const capture = listed('CAPTURE', 'EXECUTED', { operationTime: '2026-11-24T09:00:00.000Z' });
  expect(read(capture, refund, listed('CANCEL', 'EXECUTED', { cancelledOperationId: refund.operationId }))).toEqual([
    'payment success 31240',
    'other success 31240',
    'other success 31240',
  ]);
  expect(read(capture, listed('CANCEL', 'EXECUTED', { cancelledOperationId: capture.operationId }))).toEqual([
    'payment success 31240',
    'refund success 31240',
  ]);
});

test('[PAY-6] a time that cannot be read hides no money', () => {
  const entry = listed('CAPTURE', 'EXECUTED', { operationTime: 'yesterday' });
  expect(operationsOf('ref', [entry], readAt)?.[0]).toMatchObject({ at: readAt, result: 'success' });
});
