import { expect, test } from 'vitest';
import { type LogFields, logger } from './log.ts';

test('only fields of the allow list reach the log, and a fault is logged without its message', () => {
  const lines: string[] = [];
  const log = logger('debug', (line) => lines.push(line));
  const careless = { route: '/polizze', email: 'giulia@posta.example', code: '482913' } as LogFields;
  log.info('page', careless);
  log.error('failed', { error: new Error('duplicate key: giulia@posta.example') });
  expect(lines.join()).not.toContain('giulia');
  expect(lines.join()).not.toContain('482913');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ route: '/polizze', msg: 'page' });
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({ fault: 'Error', msg: 'failed' });
});
