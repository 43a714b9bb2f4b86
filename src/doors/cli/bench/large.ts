// Do the pages of a customer with 500 policies and 10,000 payables take longer than those of anybody else? Both are looked
// at in turns, in one database: what counts is when a page stands in a browser, and what the server takes is told beside it.

import { type Crowd, fillCrowd, policyIdOf, tokenOf } from '../../../../scripts/crowd.ts';
import { table } from '../frame.ts';
import { ask, percentile } from './asking.ts';
import { type Bench, median } from './frame.ts';
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
          return { path: pathOf(page, crowd, customer), cookie: `session=${tokenOf(customer)}` };
        };
        return percentile(await ask(address, { seconds: length, connections, next }), 50);
      };
      /** Of the server alone: the median of blocks' medians. */
      const answered = async (page: string): Promise<Pair> => {
        for (const crowd of [usual, fleet]) await block(crowd, page, warmUpSeconds);
        return inTurns(blocks, (crowd) => block(crowd, page, seconds));
      };
      return withBrowser(address, async (asCustomer) => {
        const windows = { usual: await asCustomer(tokenOf(usual.to)), large: await asCustomer(tokenOf(fleet.to)) };
        const look = (crowd: Crowd, page: string) =>
          windows[crowd === usual ? 'usual' : 'large'](pathOf(page, crowd, crowd.to));
        /** Until it stands in a browser: the median of looks. */
        const seen = async (page: string): Promise<Pair> => {
          for (let at = 0; at < warmUpLooks; at++) for (const crowd of [usual, fleet]) await look(crowd, page);
          return inTurns(looks, (crowd) => look(crowd, page));
        };
        const rows = [['p50 ms', ...columns('server'), ...columns('browser')]];
        const ratios: number[] = [];
        for (const page of Object.keys(pages)) {
          const server = await answered(page);
          const browser = await seen(page);
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

const pathOf = (page: string, crowd: Crowd, customer: number): string => pages[page]?.(crowd, customer) ?? '/';

/** Measures one and then the other, so many times; the medians of both. */
async function inTurns(times: number, measure: (crowd: Crowd) => Promise<number>): Promise<Pair> {
  const took: { usual: number[]; large: number[] } = { usual: [], large: [] };
  for (let at = 0; at < times; at++) {
    took.usual.push(await measure(usual));
    took.large.push(await measure(fleet));
  }
  return { usual: median(took.usual), large: median(took.large) };
}

const columns = (where: string): string[] => [`${where}: usual`, 'large', 'ratio'];
const cells = ({ usual, large }: Pair): string[] => [usual.toFixed(1), large.toFixed(1), (large / usual).toFixed(2)];
