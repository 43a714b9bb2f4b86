// Do the pages of a customer with 500 policies and 10,000 payables take longer than those of anybody else? Both are asked
// for in turns, in one database.

import { type Crowd, fillCrowd, policyIdOf, tokenOf } from '../../../../scripts/crowd.ts';
import { table } from '../frame.ts';
import { ask, percentile } from './asking.ts';
import { type Bench, median } from './frame.ts';
import { withPortal } from './world.ts';

const connections = 1;
const blocks = 5;
const warmUpSeconds = 3;

const usual: Crowd = { from: 1, to: 1_000, policiesEach: 3, payablesEach: 2 };
/** 500 policies with 20 payables each; its numbers are beyond those of the others. */
const giant: Crowd = { from: 2_000, to: 2_000, policiesEach: 500, payablesEach: 20 };

const pages: Record<string, (crowd: Crowd, customer: number) => string> = {
  home: () => '/',
  list: () => '/polizze',
  detail: (crowd, customer) => `/polizze/${policyIdOf(crowd, customer, 1)}`,
  documents: () => '/documenti',
  payments: () => '/pagamenti',
};

export const large: Bench = {
  name: 'large',
  says: 'how much longer the pages of a customer with 500 policies and 10,000 payables take than those of others',
  target: 2,
  good: 'at most',
  async run({ say, seconds }) {
    const fill = async (client: Parameters<typeof fillCrowd>[0]) => {
      await fillCrowd(client, usual, say);
      await fillCrowd(client, giant, say);
    };
    return withPortal({ fill, say }, async ({ address }) => {
      const block = (crowd: Crowd, page: string, length: number) =>
        ask(address, {
          seconds: length,
          connections,
          next: () => {
            const customer = crowd.from + Math.floor(Math.random() * (crowd.to - crowd.from + 1));
            return { path: pages[page]?.(crowd, customer) ?? '/', cookie: `session=${tokenOf(customer)}` };
          },
        });
      const rows = [['p50 ms', 'usual', 'large', 'ratio']];
      const ratios: number[] = [];
      for (const page of Object.keys(pages)) {
        for (const crowd of [usual, giant]) await block(crowd, page, warmUpSeconds);
        const took: { usual: number[]; giant: number[] } = { usual: [], giant: [] };
        for (let at = 0; at < blocks; at++) {
          took.usual.push(percentile(await block(usual, page, seconds), 50));
          took.giant.push(percentile(await block(giant, page, seconds), 50));
        }
        const ratio = median(took.giant) / median(took.usual);
        ratios.push(ratio);
        rows.push([page, median(took.usual).toFixed(1), median(took.giant).toFixed(1), ratio.toFixed(2)]);
      }
      for (const line of table(rows)) say(line);
      return Math.max(...ratios);
    });
  },
};
