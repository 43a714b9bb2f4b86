import { expect, test } from 'vitest';
import { openDatabase } from '#kernel/database.server.ts';
import { testWorld } from '../../../../tests/world/context.ts';
import { median } from './frame.ts';
import { recorder } from './record.ts';

const world = await testWorld({ capabilities: [] });

test('what a program asks is heard in its order, with its values', async () => {
  const ear = await recorder(world.database.url);
  const opened = openDatabase({ url: ear.url });
  try {
    const insert = (name: string, value: string) =>
      opened.database.insertInto('marks').values({ name, value }).execute();
    await insert('before', 'not heard');
    const heard = await ear.during(async () => {
      await insert('à', '1');
      await insert('b', '2');
      await opened.pool.query('select 1');
      await opened.pool.query({
        name: 'odd',
        text: 'select $1::bytea, $2::text',
        values: [Buffer.from([0, 255]), null],
      });
    });
    const text = 'insert into "marks" ("name", "value") values ($1, $2)';
    expect(heard).toEqual([
      { text, values: ['à', '1'] },
      { text, values: ['b', '2'] },
      { text: 'select 1' },
      { text: 'select $1::bytea, $2::text', values: [{ base64: 'AP8=' }, null] },
    ]);
  } finally {
    await opened.close();
    await ear.close();
  }
});

test('the median of an even count lies between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
