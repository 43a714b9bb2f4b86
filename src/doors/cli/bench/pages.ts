// How much a page costs above the least that any server could do: the list of policies against a bare server that runs the
// very same statements, prepared, and answers their rows as JSON.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../../../../scripts/children.ts';
import { freePort } from '../../../../scripts/processes.ts';
import { people } from '../demo/fill.ts';
import { table } from '../frame.ts';
import { type Bench, median } from './frame.ts';
import { type Load, load } from './load.ts';
import { sharesOf } from './profile.ts';
import { recorder } from './record.ts';
import { signedIn } from './sign-in.ts';
import { type BenchPortal, withPortal } from './world.ts';

const path = '/polizze';
const connections = 16;
const blocks = 5;
/** Before this V8 is still compiling, and the table would show that. */
const warmUpSeconds = 8;
const username = 'giulia.bianchi@posta.example';

export const pages: Bench = {
  name: 'pages',
  says: 'the policies page against a bare server with the same statements',
  target: 0.2,
  good: 'at least',
  run: (options) =>
    withPortal({ customers: 300, say: options.say }, async (portal) => {
      const { say, seconds } = options;
      const customer = await signedIn(portal, username, people().password);
      const cookie = customer.cookie();
      const bare = await bareServer(portal, cookie, say);
      const page = { url: `${portal.address}${path}`, cookie };
      const measure = (url: string, length: number) => load(url, { seconds: length, connections, cookie });
      try {
        say(`Warming up both for ${warmUpSeconds} s …`);
        await measure(page.url, warmUpSeconds);
        await measure(bare.url, warmUpSeconds);
        const measured: { page: Load; bare: Load }[] = [];
        for (let block = 1; block <= blocks; block++) {
          measured.push({ page: await measure(page.url, seconds), bare: await measure(bare.url, seconds) });
          const last = measured.at(-1);
          say(`block ${block}: page ${last?.page.perSecond.toFixed(0)}/s, bare ${last?.bare.perSecond.toFixed(0)}/s`);
        }
        const row = (name: string, of: (one: { page: Load; bare: Load }) => Load) => [
          name,
          median(measured.map((one) => of(one).perSecond)).toFixed(0),
          median(measured.map((one) => of(one).p50Ms)).toFixed(1),
          median(measured.map((one) => of(one).p99Ms)).toFixed(1),
          (median(measured.map((one) => of(one).bytesEach)) / 1024).toFixed(1),
        ];
        const heads = ['', 'requests/s', 'p50 ms', 'p99 ms', 'kB'];
        for (const line of table([heads, row('page', (one) => one.page), row('bare', (one) => one.bare)])) say(line);
        await whereTheRestGoes(portal, () => measure(page.url, seconds), say);
        return median(measured.map((one) => one.page.perSecond)) / median(measured.map((one) => one.bare.perSecond));
      } finally {
        await bare.stop();
      }
    }),
};

/** Listens in on one view of the page, and starts a server that does nothing but what it heard. */
async function bareServer(portal: BenchPortal, cookie: string, say: (line: string) => void) {
  const ear = await recorder(portal.databaseUrl);
  await portal.restart('web', { DATABASE_URL: ear.url });
  const view = () =>
    fetch(`${portal.address}${path}`, { headers: { cookie, accept: 'text/html' } }).then((answer) => answer.text());
  // The first views also open connections; what is measured later is a page as usual.
  for (let time = 0; time < 5; time++) await view();
  const statements = await ear.during(view);
  await portal.restart('web');
  await ear.close();
  if (statements.length === 0) throw new Error('the page asked nothing of the database');
  say(`The page sends ${statements.length} statements.`);
  const file = join(portal.folder, 'statements.json');
  writeFileSync(file, JSON.stringify(statements));
  const port = await freePort(0);
  const child = await startChild({
    name: 'bare',
    run: [join(import.meta.dirname, 'bare.ts')],
    env: { STATEMENTS: file, DATABASE_URL: portal.databaseUrl, PORT: String(port), NODE_ENV: 'production' },
    log: join(portal.folder, 'logs/bare.log'),
    ready: 'message',
  });
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.stop() };
}

/** One more block under a profiler: whose code the processor's time of the web process goes to. */
async function whereTheRestGoes(
  portal: BenchPortal,
  block: () => Promise<unknown>,
  say: (line: string) => void,
): Promise<void> {
  const folder = join(portal.folder, 'profile');
  mkdirSync(folder, { recursive: true });
  const web = await portal.restart('web', {}, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  await block();
  await web.stop();
  const [profile] = readdirSync(folder);
  if (!profile) throw new Error('the web process left no profile');
  say('Where the time of the web process goes:');
  const shares = sharesOf(join(folder, profile)).slice(0, 14);
  for (const line of table(shares.map(({ whose, share }) => [`${(share * 100).toFixed(1).padStart(5)} %`, whose])))
    say(`  ${line}`);
}
