// Finding a payment whose id never reached us. The provider's list cannot be asked for our code, so it is read page by
// page from just before the moment of the request, for each status.
import type { Silence } from '#capabilities/payments/provider.ts';
import { unknownJson } from '../exchange.ts';
import { type Ask, silenceOf } from './client.ts';
import { type Payment, page } from './shapes.ts';

/** Clocks differ; what we asked for after this many seconds cannot be ours any more either. */
const marginSeconds = 600;
const pageSize = 100;
/** Per status: two thousand payments within twenty minutes of ours. Beyond, nobody knows. */
const pagesMax = 20;

type Found = { kind: 'found'; payment: Payment } | { kind: 'none' } | { kind: 'unanswered'; why: Silence };

/** `isOurs` is asked for every payment made around `at`; the first that is ends the search. */
export async function find(
  ask: Ask,
  statuses: readonly ('PENDING' | 'ACCEPTED' | 'CANCELED')[],
  at: string,
  isOurs: (payment: Payment) => boolean,
): Promise<Found> {
  for (const status of statuses) {
    const found = await findAmong(ask, status, Date.parse(at), isOurs);
    if (found.kind !== 'none') return found;
  }
  return { kind: 'none' };
}

async function findAmong(
  ask: Ask,
  status: string,
  atMs: number,
  isOurs: (payment: Payment) => boolean,
): Promise<Found> {
  const since = atMs - marginSeconds * 1000;
  let after: string | undefined;
  for (let pages = 0; pages < pagesMax; pages++) {
    const query = new URLSearchParams({
      status,
      limit: String(pageSize),
      starting_after_timestamp: String(since),
      ...(after && { starting_after: after }),
    });
    const answer = await ask('GET', `/payments?${query}`);
    if (answer.kind === 'silent') return { kind: 'unanswered', why: answer.why };
    if (answer.status !== 200) return { kind: 'unanswered', why: silenceOf(answer) };
    const read = page.safeParse(unknownJson(answer.body));
    if (!read.success) return { kind: 'unanswered', why: 'unreadable' };
    const { data, has_more: hasMore } = read.data;
    const payment = data.find(isOurs);
    if (payment) return { kind: 'found', payment };
    const last = data.at(-1);
    if (!hasMore || !last || isBeyond(data, atMs + marginSeconds * 1000, since)) return { kind: 'none' };
    after = last.id;
  }
  return { kind: 'unanswered', why: 'too_many' };
}

/** The list has left the time in which ours was made. Its order is not published: growing or falling, both are seen here. */
function isBeyond(data: readonly Payment[], until: number, since: number): boolean {
  const times = data.map((one) => Date.parse(one.insert_date ?? ''));
  const [first = Number.NaN] = times;
  const last = times.at(-1) ?? Number.NaN;
  return first <= last ? last > until : last < since;
}
