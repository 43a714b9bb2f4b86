// Does an answer tell whether a contact is known? Registration, recovery and sign-in are asked the same thing for a known,
// an unknown, a used and a shared contact, in turns; the answers must be the same bytes and take the same time (REG-6).
import { setTimeout } from 'node:timers/promises';
import { cast } from '../../../../demo/cast.ts';
import { table } from '../frame.ts';
import { type Bench, median } from './frame.ts';
import { fillIn } from './sign-in.ts';
import { formWith, type Page, type Visitor, visitor } from './visitor.ts';
import { withPortal } from './world.ts';

/** Of the fictional insurer, and one whom nobody knows; of the same shape, so that only their meaning differs. */
const contacts = {
  known: 'marta.leone@posta.example',
  unknown: 'carla.neri@posta.example',
  used: 'giulia.bianchi@posta.example',
  shared: 'famiglia.conti@posta.example',
} as const;
/** The same people, and nobody, by codice fiscale: a forgotten username is asked for with it (ACC-3). */
const fiscalIds: Record<Kind, string> = {
  known: cast.marta.codiceFiscale,
  unknown: 'RSSMRA85M01H501Q',
  used: cast.giulia.codiceFiscale,
  shared: cast.elena.codiceFiscale,
};
type Kind = keyof typeof contacts;
const kinds = Object.keys(contacts) as Kind[];

/** High enough that no try meets a limit: what is measured is the answer, not the refusal. */
const unlimited = Object.fromEntries(
  [
    'SENDS_PER_CONTACT_HOUR',
    'SENDS_PER_CONTACT_DAY',
    'SENDS_PER_ADDRESS_HOUR',
    'SENDS_OVERALL_HOUR',
    'SIGN_IN_DELAY_FROM',
    'SIGN_IN_LOCK_AFTER',
    'SIGN_IN_WRONG_PER_ADDRESS_HOUR',
  ].map((name) => [name, '1000000']),
);

/** Not counted: connections are opened, statements planned and code compiled in them. */
const warmUpRounds = 25;

/**
 * Messages are decided and sent 0.3 to 0.9 s after the answer, in the same process. So many rounds are over before the first
 * of them starts, and the pause lasts until the last has ended: what one try left behind never lies on another's time.
 */
const roundsAtOnce = 4;
const pauseMs = 1_200;

const doors: Record<string, (who: Visitor, kind: Kind) => Promise<Page>> = {
  registration: (who, kind) => ask(who, '/registrati', contacts[kind]),
  recovery: (who, kind) => ask(who, '/recupera', contacts[kind]),
  username: async (who, kind) =>
    who.send(formWith(await who.get('/recupera/nome-utente'), 'codiceFiscale'), { codiceFiscale: fiscalIds[kind] }),
  'sign-in': async (who, kind) =>
    fillIn(who, await who.get('/accesso'), contacts[kind], 'Not-the-password-of-anybody-1'),
};

async function ask(who: Visitor, path: string, username: string): Promise<Page> {
  return who.send(formWith(await who.get(path), 'username'), { username });
}

export const answers: Bench = {
  name: 'answers',
  says: 'registration, both recoveries and sign-in answer the same for every contact, in the same time',
  target: 1.05,
  good: 'at most',
  run: ({ say, tries }) =>
    withPortal({ customers: 300, env: unlimited, say }, async (portal) => {
      const worst: number[] = [];
      for (const [door, knock] of Object.entries(doors)) {
        const times: Record<Kind, number[]> = { known: [], unknown: [], used: [], shared: [] };
        const bodies: Record<Kind, Set<string>> = {
          known: new Set(),
          unknown: new Set(),
          used: new Set(),
          shared: new Set(),
        };
        for (let round = -warmUpRounds; round < tries; round++) {
          if (round % roundsAtOnce === 0) await setTimeout(pauseMs);
          for (const kind of shuffled(kinds, round)) {
            const page = await knock(visitor(portal.address), kind);
            if (round < 0) continue;
            times[kind].push(page.milliseconds);
            bodies[kind].add(withoutTokens(page, [contacts[kind], fiscalIds[kind]]));
          }
        }
        const different = new Set(kinds.flatMap((kind) => [...bodies[kind]]));
        if (different.size !== 1)
          throw new Error(`${door} does not answer the same bytes:\n${firstDifference([...different])}`);
        const medians = kinds.map((kind) => median(times[kind]));
        const ratio = Math.max(...medians) / Math.min(...medians);
        worst.push(ratio);
        const cells = medians.map((one) => `${one.toFixed(2)} ms`);
        for (const line of table([
          ['', ...kinds, 'ratio'],
          [door, ...cells, ratio.toFixed(3)],
        ]))
          say(line);
      }
      return Math.max(...worst);
    }),
};

/** A different order in every round, the same in every run: no kind always follows the work that another left behind. */
function shuffled<T>(items: readonly T[], round: number): T[] {
  return items
    .map((item, at) => ({ item, rank: Math.imul(round * items.length + at + 1, 2_654_435_761) >>> 0 }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

/** What was typed comes back in the form, and clocks go on: neither tells anything. */
function withoutTokens(page: Page, typed: readonly string[]): string {
  const text = typed
    .reduce((html, one) => html.replaceAll(one, '(typed)'), page.html)
    .replace(/\b\d{2}:\d{2}(:\d{2})?\b/g, '(time)');
  return `${page.status} ${new URL(page.url).pathname}\n${text}`;
}

function firstDifference([one = '', other = '']: string[]): string {
  const lines = one.split('\n');
  const others = other.split('\n');
  const at = lines.findIndex((line, index) => line !== others[index]);
  return `  ${lines[at]}\n  ${others[at]}`;
}
