// One payment in the life of which a process is killed, and everything that people, worker and provider do after it.
import { confirm } from '#capabilities/confirmation/index.ts';
import { overview, statusFor } from '#capabilities/payments/index.ts';
import type { Life } from './life.ts';
import { type Case, phaseOf, whenPaid, whileItLasts } from './matrix.ts';
import { type CrashWorld, type Payer, until } from './world.ts';

export type Lived = {
  payer: Payer;
  /** The process died at the step, as it should. */
  hasDied: boolean;
  /** What failed where nothing may: tasks of the queue, by their name. */
  failed: string[];
};

/** A payment that somebody is making. */
type Course = { operation: string; code: string };

/** Lives through a case until nothing more can happen to it. With `killAfterMs` the process dies then, wherever it is. */
export async function lived(world: CrashWorld, one: Case, killAfterMs?: number): Promise<Lived> {
  await world.renew();
  const payer = await world.payer();
  const first = one.story === 'twice' ? await refusedOnce(world, payer) : undefined;
  const course = await world.proposed(payer);
  const failed: string[] = [];

  const isWithoutProvider = phaseOf(one.step) === 'returning' && one.switch.startsWith('outage');
  const hasDied = isWithoutProvider
    ? await diesWithoutProvider(world, one, payer, course, first)
    : await dies(world, one, payer, course, first, killAfterMs);

  // The trouble lasts a while after the crash: who comes next meets it too.
  await trouble(world, one);
  await somebodyGoesOn(world, one, payer, course, first, failed);
  await world.control('', { outage: 'none', answerLost: false });
  await endPending(world, payer);
  await takeOver(world, one, failed);
  await payOnItsPage(world, one, payer, course);
  await payAgain(world, payer);
  await payOldOrders(world, one, payer);
  await untilNothingHappens(world, failed);
  return { payer, hasDied, failed };
}

/** A first card was refused: its order stays where it is, and the customer begins anew. */
async function refusedOnce(world: CrashWorld, payer: Payer): Promise<Course> {
  const course = await world.proposed(payer);
  await confirm(world.context, payer.viewer, course);
  await world.control(`/orders/${await world.referenceOf(course.operation)}/pay`, { outcome: 'refused' });
  await world.control('/idle');
  await world.context.background.idle();
  await world.travel(31);
  return course;
}

/** The whole course in one process that dies on its way, if it comes to the step. */
async function dies(
  world: CrashWorld,
  one: Case,
  payer: Payer,
  course: Course,
  first?: Course,
  killAfterMs?: number,
): Promise<boolean> {
  const life = await world.life(killAfterMs === undefined ? one.step : undefined);
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => void life.kill(), killAfterMs);
  const { viewer } = payer;
  const isOpening = phaseOf(one.step) === 'opening';
  if (isOpening) await trouble(world, one);
  // A lost answer concerns the opening, except where money is given back.
  if (phaseOf(one.step) === 'settling' && one.switch === 'answerLost')
    await world.control('/next', { answerLost: true });
  await life.ask('confirm', { viewer, ...course });
  if (life.isAlive()) {
    await between(world, one, payer);
    if (!isOpening && one.switch !== 'answerLost') await trouble(world, one);
    if (phaseOf(one.step) === 'returning') await trouble(world, one);
    for (const each of [first, course]) if (each) await pay(world, one, each.operation, life);
    await world.control('', { outage: 'none' });
    for (const each of [first, course]) if (each) await life.ask('comeBack', { viewer, operation: each.operation });
  }
  clearTimeout(timer);
  return end(life);
}

/** Money is owed back while the provider is away: it has to be there until the moment of owing, and not after it. */
async function diesWithoutProvider(
  world: CrashWorld,
  one: Case,
  payer: Payer,
  course: Course,
  first?: Course,
): Promise<boolean> {
  const { viewer } = payer;
  const opening = await world.life();
  await opening.ask('confirm', { viewer, ...course });
  await end(opening);
  await between(world, one, payer);
  if (first) await pay(world, one, first.operation);
  const settling = await world.life('payments.settled');
  await pay(world, one, course.operation, settling);
  if (!(await end(settling))) throw new Error('nothing was settled');
  await trouble(world, one);
  const giving = await world.life(one.step);
  await giving.ask('work', undefined);
  const hasDied = await end(giving);
  await world.releaseTasks();
  return hasDied;
}

/** Ends a life and says whether it had been killed before: a process that did not reach the step is killed at rest. */
async function end(life: Life): Promise<boolean> {
  const hasDied = !life.isAlive();
  await life.kill();
  if (hasDied && (await life.ended) !== 'SIGKILL') throw new Error(`the process ended by itself:\n${life.log()}`);
  return hasDied;
}

async function trouble(world: CrashWorld, one: Case): Promise<void> {
  const setting = whileItLasts[one.switch];
  if (setting) await world.control('', setting);
}

/** What happens to the instalment between start and success. */
async function between(world: CrashWorld, one: Case, payer: Payer): Promise<void> {
  if (one.story !== 'withdrawn') return;
  await world.rows("update payables set state = 'withdrawn' where id = $1", [payer.payable.id]);
}

/** Pays as the payer on the provider's page and waits until everybody has heard of it, or is dead. */
async function pay(world: CrashWorld, one: Case, operation: string, life?: Life): Promise<void> {
  const reference = await world.referenceOf(operation);
  const order = reference ? await world.order(reference) : undefined;
  if (!reference || order?.state !== 'open') return;
  await world.control(`/orders/${reference}/pay`, whenPaid[one.switch]);
  if (one.switch === 'delaySeconds') {
    await until(async () => (await world.order(reference))?.notices.at(-1)?.tries !== 0);
    // Whoever takes over finds it pending first.
    if (life && !life.isAlive()) return;
    await life?.ask('quiet', undefined);
    await world.control(`/orders/${reference}/resolve`);
  }
  await world.control('/idle');
  await life?.ask('quiet', undefined);
  await world.context.background.idle();
}

/** What people and processes do who find what the crash left. */
async function somebodyGoesOn(
  world: CrashWorld,
  one: Case,
  payer: Payer,
  course: Course,
  first: Course | undefined,
  failed: string[],
): Promise<void> {
  const { context } = world;
  // The page never answered: the customer sends the same code again.
  const again = await confirm(context, payer.viewer, course);
  if (!again.ok && one.story !== 'withdrawn') failed.push(`confirming again: ${again.reasons[0].code}`);
  await between(world, one, payer);
  await context.background.idle();
  if (one.net === 'queue') {
    await world.travel(20);
    failed.push(...(await world.takeTasks()), ...(await leftByQueue(world, one, course)));
  } else {
    if (first) await pay(world, one, first.operation);
    await pay(world, one, course.operation);
    await world.travel(80);
    await world.minute();
  }
  await statusFor(context, payer.viewer, course.operation);
  await context.background.idle();
}

/** The tasks that were committed are enough by themselves, wherever the provider answers and the crash came after them. */
async function leftByQueue(world: CrashWorld, one: Case, { operation }: Course): Promise<string[]> {
  const wanted = isEasy(one) ? afterTasks[one.step] : undefined;
  if (!wanted) return [];
  const [row] = await world.rows<{ state: string; document: string | null }>(
    `select a.state, r.document_id as document from payment_attempts a join payments p on p.id = a.payment_id
     left join receipts r on r.payment_id = p.id where p.public_id = $1`,
    [operation],
  );
  const found = row?.document ? 'receipted' : row?.state;
  return found === wanted ? [] : [`the tasks left it ${found} instead of ${wanted}`];
}

const isEasy = (one: Case): boolean =>
  one.story === 'kept' && ['calm', 'notify twice', 'notifyFirst', 'refusedThenPaid'].includes(one.switch);

const afterTasks: { readonly [Name in Case['step']]?: 'started' | 'receipted' } = {
  'confirmation.committed': 'started',
  'payments.notice_stored': 'receipted',
  'payments.settle_read': 'receipted',
  'payments.settled': 'receipted',
  'payments.receipt_made': 'receipted',
  'payments.receipt_stored': 'receipted',
};

/** A bank that took its time has decided. */
async function endPending(world: CrashWorld, payer: Payer): Promise<void> {
  for (const reference of await referencesOf(world, payer)) {
    if ((await world.order(reference))?.state === 'pending') await world.control(`/orders/${reference}/resolve`);
  }
  await world.control('/idle');
  await world.context.background.idle();
}

/** The next minutes. */
async function takeOver(world: CrashWorld, one: Case, failed: string[]): Promise<void> {
  if (one.net === 'queue') failed.push(...(await world.takeTasks()));
  for (let minutes = 0; minutes < 3; minutes++) {
    await world.travel(61);
    await world.minute();
  }
}

/** Who finds the provider's page open goes there and pays. */
async function payOnItsPage(world: CrashWorld, one: Case, payer: Payer, course: Course): Promise<void> {
  const status = await statusFor(world.context, payer.viewer, course.operation);
  if (status?.page) await pay(world, one, course.operation);
  await endPending(world, payer);
  await world.travel(130);
  await world.minute();
}

/** What may be paid is paid: nothing stands in the way for longer than the trouble itself. */
async function payAgain(world: CrashWorld, payer: Payer): Promise<void> {
  const [payable] = await overview(world.context, payer.viewer);
  if (!payable?.answer.ok) return;
  const course = await world.proposed(payer);
  await confirm(world.context, payer.viewer, course);
  await world.control(`/orders/${await world.referenceOf(course.operation)}/pay`);
  await world.control('/idle');
  await world.context.background.idle();
}

/** A page that was left open in some tab: whatever can still be paid at the provider is, and not always told. */
async function payOldOrders(world: CrashWorld, one: Case, payer: Payer): Promise<void> {
  const notify = one.net === 'queue' ? 'once' : 'never';
  const calm = { refuse: false, refusedThenPaid: false, notify, wrongToken: false, delaySeconds: 0 };
  for (const reference of await referencesOf(world, payer)) {
    if ((await world.order(reference))?.state === 'open') await world.control(`/orders/${reference}/pay`, calm);
  }
  await world.control('/idle');
  await world.context.background.idle();
}

/** Beyond the provider's limit, and beyond the two days in which it is watched. */
export async function untilNothingHappens(world: CrashWorld, failed: string[] = []): Promise<void> {
  const hour = 3600;
  for (const seconds of [61, 121, 31 * 60, hour, 4 * hour, 12 * hour, 12 * hour, 12 * hour, 12 * hour]) {
    await world.travel(seconds);
    await world.minute();
  }
  failed.push(...(await world.takeTasks()));
  await world.minute();
}

const referencesOf = async (world: CrashWorld, payer: Payer): Promise<string[]> =>
  (
    await world.rows<{ reference: string }>(
      'select reference from payment_attempts a join payments p on p.id = a.payment_id where p.payable_id = $1 order by a.id',
      [payer.payable.id],
    )
  ).map((row) => row.reference);
