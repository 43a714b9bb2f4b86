// Does a page take longer because there are more customers? Two databases, the pages of random customers, in turns.

import { type Crowd, fillCrowd, policyIdOf, tokenOf } from '../../../../scripts/crowd.ts';
import { table } from '../frame.ts';
import { grouped } from '../meter.ts';
import { ask, percentile, type Question } from './asking.ts';
import { type Bench, median } from './frame.ts';
import { readWhole } from './plans.ts';
import { type BenchPortal, withPortal } from './world.ts';

const connections = 4;
const blocks = 7;
const warmUpSeconds = 8;
const smaller = 10_000;

const crowdOf = (customers: number): Crowd => ({ from: 1, to: customers, policiesEach: 3, payablesEach: 2 });

/** The pages, each for a customer by number. */
const pages: Record<string, (crowd: Crowd, customer: number) => string> = {
  home: () => '/',
  list: () => '/polizze',
  detail: (crowd, customer) =>
    `/polizze/${policyIdOf(crowd, customer, 1 + Math.floor(Math.random() * crowd.policiesEach))}`,
};

const anyOf = (crowd: Crowd, page: string) => (): Question => {
  const customer = crowd.from + Math.floor(Math.random() * (crowd.to - crowd.from + 1));
  return { path: pages[page]?.(crowd, customer) ?? '/', cookie: `session=${tokenOf(customer)}` };
};

export const scale: Bench = {
  name: 'scale',
  says: 'how much the median p99 of a page grows from ten thousand customers to a million',
  target: 1.33,
  good: 'at most',
  async run({ say, seconds, customers = 1_000_000 }) {
    const crowds = [crowdOf(Math.min(smaller, customers)), crowdOf(customers)] as const;
    const filled = async <T>(crowd: Crowd, work: (portal: BenchPortal) => Promise<T>) => {
      say(`Making a database of ${grouped(crowd.to)} customers …`);
      return withPortal({ fill: (client) => fillCrowd(client, crowd, say), say }, work);
    };
    return filled(crowds[0], (small) =>
      filled(crowds[1], async (large) => {
        for (const found of await readWhole(large, (address) => everyPage(address, crowds[1])))
          say(`READ WHOLE: ${found.table}, by ${found.statement.replace(/\s+/g, ' ').slice(0, 300)}`);
        const both = [
          { portal: small, crowd: crowds[0] },
          { portal: large, crowd: crowds[1] },
        ] as const;
        const block = ({ portal, crowd }: (typeof both)[number], page: string, length: number) =>
          ask(portal.address, { seconds: length, connections, next: anyOf(crowd, page) });
        say('Warming up …');
        for (const one of both) for (const page of Object.keys(pages)) await block(one, page, warmUpSeconds / 2);
        const growths: number[] = [];
        const rows = [['p99 ms', grouped(crowds[0].to), grouped(crowds[1].to), 'growth', 'p50 ms', 'p50 ms']];
        for (const page of Object.keys(pages)) {
          const p99: [number[], number[]] = [[], []];
          const p50: [number[], number[]] = [[], []];
          for (let at = 0; at < blocks * 2; at++) {
            // First one, then the other, and the next time the other way round.
            const which = at % 4 === 0 || at % 4 === 3 ? 0 : 1;
            const took = await block(both[which], page, seconds);
            p99[which].push(percentile(took, 99));
            p50[which].push(percentile(took, 50));
          }
          const growth = median(p99[1]) / median(p99[0]);
          growths.push(growth);
          const [few, many, fewHalf, manyHalf] = [p99[0], p99[1], p50[0], p50[1]].map((one) => median(one).toFixed(1));
          rows.push([page, few ?? '', many ?? '', growth.toFixed(3), fewHalf ?? '', manyHalf ?? '']);
        }
        for (const line of table(rows)) say(line);
        return Math.max(...growths);
      }),
    );
  },
};

/** Each page once, as its statements are to be looked at. */
async function everyPage(address: string, crowd: Crowd): Promise<void> {
  for (const page of Object.keys(pages)) {
    const { path, cookie } = anyOf(crowd, page)();
    const answer = await fetch(new URL(path, address), { headers: { cookie, accept: 'text/html' } });
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
    await answer.text();
  }
}
