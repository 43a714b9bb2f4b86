// Do the pages of a customer with 500 policies and 10,000 payables take longer than those of anybody else? Both are looked
// at in turns, in one database: what counts is when a page stands in a browser, and what the server takes is told beside it.

import { type Crowd, fillCrowd, policyIdOf, tokenOf } from '../../../../scripts/crowd.ts';
import { table } from '../frame.ts';
import { ask, percentile } from './asking.ts';
import { type Bench, median } from './frame.ts';
import type { Look } from './looking.ts';
import { withPortal } from './world.ts';

const connections = 1;
const blocks = 5;
const warmUpSeconds = 3;
const looks = 30;
const warmUpLooks = 5;

const usual: Crowd = { from: 1, to: 1_000, policiesEach: 3, payablesEach: 2 };
/** 500 policies with 20 payables each; its numbers are beyond those of the others. */
const fleet: Crowd = { from: 2_000, to: 2_000, policiesEach: 500, payablesEach: 20 };

const pages: Record<string, (crowd: Crowd, customer: number) => string> = {
  home: () => '/',
  list: () => '/polizze',
  detail: (crowd, customer) => `/polizze/${policyIdOf(crowd, customer, 1)}`,
  documents: () => '/documenti',
  payments: () => '/pagamenti',
};

export const large: Bench = {
  name: 'large',
  says: 'how much longer the pages of a customer with 500 policies and 10,000 payables take in a browser',
  target: 2,
  good: 'at most',
  async run({ say, seconds }) {
    // Only where the tools of development are: an image has no browser.
    const { withBrowser } = await import('./looking.ts');
    const fill = async (client: Parameters<typeof fillCrowd>[0]) => {
      await fillCrowd(client, usual, say);
      await fillCrowd(client, fleet, say);
    };
    return withPortal({ fill, say }, async ({ address }) => {
      const block = async (crowd: Crowd, page: string, length: number) => {
        const next = () => {
          const customer = crowd.from + Math.floor(Math.random() * (crowd.to - crowd.from + 1));
          return { path: pages[page]?.(crowd, customer) ?? '/', cookie: `session=${tokenOf(customer)}` };
        };
        return percentile(await ask(address, { seconds: length, connections, next }), 50);
      };
      /** Of the server alone: the median of blocks' medians. */
      const answered = async (page: string): Promise<Pair> => {
        for (const crowd of [usual, fleet]) await block(crowd, page, warmUpSeconds);
        const took: { usual: number[]; large: number[] } = { usual: [], large: [] };
        for (let at = 0; at < blocks; at++) {
          took.usual.push(await block(usual, page, seconds));
          took.large.push(await block(fleet, page, seconds));
        }
        return { usual: median(took.usual), large: median(took.large) };
      };
      return withBrowser(address, async (asCustomer) => {
        const windows = { usual: await asCustomer(tokenOf(usual.to)), large: await asCustomer(tokenOf(fleet.to)) };
        const seen = (page: string): Promise<Pair> =>
          inTurns(
            () => windows.usual(pages[page]?.(usual, usual.to) ?? '/'),
            () => windows.large(pages[page]?.(fleet, fleet.to) ?? '/'),
          );
        const rows = [['p50 ms', ...columns('server'), ...columns('browser')]];
        const ratios: number[] = [];
        for (const page of Object.keys(pages)) {
          const [server, browser] = [await answered(page), await seen(page)];
          ratios.push(browser.large / browser.usual);
          rows.push([page, ...cells(server), ...cells(browser)]);
        }
        for (const line of table(rows)) say(line);
        return Math.max(...ratios);
      });
    });
  },
};

type Pair = { usual: number; large: number };

async function inTurns(one: () => ReturnType<Look>, other: () => ReturnType<Look>): Promise<Pair> {
  const took: { usual: number[]; large: number[] } = { usual: [], large: [] };
  for (let at = 0; at < warmUpLooks + looks; at++) {
    const pair = { usual: await one(), large: await other() };
    if (at < warmUpLooks) continue;
    took.usual.push(pair.usual);
    took.large.push(pair.large);
  }
  return { usual: median(took.usual), large: median(took.large) };
}

const columns = (where: string): string[] => [`${where}: usual`, 'large', 'ratio'];
const cells = ({ usual, large }: Pair): string[] => [usual.toFixed(1), large.toFixed(1), (large / usual).toFixed(2)];
