// One payment in the life of which a process is killed, and everything that people, worker and provider do after it.
import { confirm } from '#capabilities/confirmation/index.ts';
import { overview, statusFor } from '#capabilities/payments/index.ts';
import { between, type Course, coursesOf, dies, diesWithoutProvider, pay, type Tale, trouble } from './dying.ts';
import { type Case, earlierMethod, isWithoutEmail, type MethodName, phaseOf } from './matrix.ts';
import type { CrashWorld, Payer } from './world.ts';

export type Lived = {
  payer: Payer;
  /** The process died at the step. */
  hasDied: boolean;
  /** What failed after the crash where nothing may, in sentences. */
  failed: string[];
};

/** Lives through a case until nothing more can happen to it. With `killAfterMs` the process dies then, wherever it is. */
export async function lived(world: CrashWorld, one: Case, killAfterMs?: number): Promise<Lived> {
  await world.renew();
  const payer = await world.payer({ hasEmail: !isWithoutEmail(one.switch) });
  const first = one.story === 'twice' ? await leftBehind(world, payer, earlierMethod[one.method]) : undefined;
  const tale: Tale = { world, one, payer, course: await world.proposed(payer, one.method), first, killAfterMs };
  const isWithoutProvider = phaseOf(one.step) === 'returning' && one.switch.startsWith('outage');
  const hasDied = isWithoutProvider ? await diesWithoutProvider(tale) : await dies(tale);

  // The trouble lasts a while after the crash: who comes next meets it too.
  await trouble(tale);
  const failed = [...(await confirmsAgain(tale)), ...(await somebodyGoesOn(tale))];
  await world.control('', itIsOver);
  await endPending(tale);
  failed.push(...(await takeOver(tale)));
  await payOnItsPage(tale);
  await payAgain(tale);
  await payOldOrders(tale);
  failed.push(...(await untilNothingHappens(world)));
  return { payer, hasDied, failed };
}

/** What every trouble looks like when it is over. */
const itIsOver = {
  outage: 'none',
  answerLost: false,
  answerDelaySeconds: 0,
  oldestFirst: false,
  mail: 'ok',
  sms: 'ok',
};

/**
 * A first try with another method: refused by the bank, and its page can be paid again; or approved in the app and not
 * taken until its time was over. The customer begins anew, and in the end the first one succeeds too.
 */
async function leftBehind(world: CrashWorld, payer: Payer, method: MethodName): Promise<Course> {
  const course = await world.proposed(payer, method);
  await confirm(world.context, payer.viewer, course);
  const isRefused = method !== 'satispay';
  const reference = await world.referenceOf(course.operation);
  await world.control(`/orders/${reference}/pay`, isRefused ? { outcome: 'refused' } : { delaySeconds: 7200 });
  if (isRefused) await quiet(world);
  await world.travel(isRefused ? 31 : 3_601);
  await world.minute();
  return course;
}

/** The page never answered: the customer sends the same code again, which is right whatever had become of it. */
async function confirmsAgain(tale: Tale): Promise<string[]> {
  const { world, one, payer, course } = tale;
  const again = await confirm(world.context, payer.viewer, course);
  await between(tale);
  await world.context.background.idle();
  return again.ok || one.story === 'withdrawn' ? [] : [`confirming again: ${again.reasons[0].code}`];
}

/** The first who find what the crash left: the worker, or the reconciler; then the customer looks at the page. */
async function somebodyGoesOn(tale: Tale): Promise<string[]> {
  const { world, one, payer, course } = tale;
  const failed: string[] = [];
  if (one.net === 'queue') {
    await world.travel(20);
    failed.push(...(await world.takeTasks()), ...(await leftByTasks(tale)));
  } else {
    for (const { operation } of coursesOf(tale)) await pay(tale, operation);
    await world.travel(80);
    await world.minute();
  }
  await statusFor(world.context, payer.viewer, course.operation);
  await world.context.background.idle();
  return failed;
}

/** Where the provider answers, the tasks that were committed before the crash are enough by themselves. */
async function leftByTasks({ world, one, course, killAfterMs }: Tale): Promise<string[]> {
  const isEasy =
    one.story === 'kept' && ['calm', 'notify twice', 'notifyFirst', 'refusedThenPaid'].includes(one.switch);
  const wanted = isEasy && killAfterMs === undefined ? afterTasks[one.step] : undefined;
  if (!wanted) return [];
  const [row] = await world.rows<{ state: string; document: string | null }>(
    `select a.state, r.document_id as document from payment_attempts a join payments p on p.id = a.payment_id
     left join receipts r on r.payment_id = p.id where p.public_id = $1`,
    [course.operation],
  );
  const found = row?.document ? 'receipted' : row?.state;
  return found === wanted ? [] : [`the tasks left it ${found} instead of ${wanted}`];
}

const afterTasks: { readonly [Name in Case['step']]?: 'started' | 'receipted' } = {
  'confirmation.committed': 'started',
  'payments.notice_stored': 'receipted',
  'payments.settle_read': 'receipted',
  'payments.settled': 'receipted',
  'payments.receipt_made': 'receipted',
  'payments.receipt_stored': 'receipted',
};

/** A bank that took its time has decided. */
async function endPending(tale: Tale): Promise<void> {
  await eachOrder(tale, 'pending', (reference) => tale.world.control(`/orders/${reference}/resolve`));
}

/** The next minutes. */
async function takeOver({ world, one }: Tale): Promise<string[]> {
  const failed = one.net === 'queue' ? await world.takeTasks() : [];
  for (let minutes = 0; minutes < 3; minutes++) {
    await world.travel(61);
    await world.minute();
  }
  return failed;
}

/** Who finds the provider's page open goes there and pays. */
async function payOnItsPage(tale: Tale): Promise<void> {
  const { world, payer, course } = tale;
  const status = await statusFor(world.context, payer.viewer, course.operation);
  if (status?.page) await pay(tale, course.operation);
  await endPending(tale);
  await world.travel(130);
  await world.minute();
}

/** What may be paid is paid: nothing stands in the way for longer than the trouble itself. */
async function payAgain({ world, one, payer }: Tale): Promise<void> {
  const [payable] = await overview(world.context, payer.viewer);
  if (!payable?.answer.ok) return;
  const course = await world.proposed(payer, one.method);
  await confirm(world.context, payer.viewer, course);
  await world.control(`/orders/${await world.referenceOf(course.operation)}/pay`);
  await quiet(world);
}

/** A page that was left open in some tab: whatever can still be paid at the provider is, and not always told. */
async function payOldOrders(tale: Tale): Promise<void> {
  const notify = tale.one.net === 'queue' ? 'once' : 'never';
  const calm = { refuse: false, refusedThenPaid: false, notify, wrongToken: false, delaySeconds: 0 };
  await eachOrder(tale, 'open', (reference) => tale.world.control(`/orders/${reference}/pay`, calm));
}

/** Beyond the provider's limit, and beyond the two days in which it is watched; answers the tasks that failed. */
export async function untilNothingHappens(world: CrashWorld): Promise<string[]> {
  const hour = 3600;
  for (const seconds of [61, 121, 31 * 60, hour, 4 * hour, 12 * hour, 12 * hour, 12 * hour, 12 * hour]) {
    await world.travel(seconds);
    await world.minute();
  }
  const failed = await world.takeTasks();
  await world.minute();
  return failed;
}

async function eachOrder(
  { world, payer }: Tale,
  state: 'open' | 'pending',
  act: (reference: string) => Promise<unknown>,
): Promise<void> {
  const rows = await world.rows<{ reference: string }>(
    'select reference from payment_attempts a join payments p on p.id = a.payment_id where p.payable_id = $1 order by a.id',
    [payer.payable.id],
  );
  for (const { reference } of rows) if ((await world.order(reference))?.state === state) await act(reference);
  await quiet(world);
}

/** Nothing is under way, at the provider or here. */
async function quiet(world: CrashWorld): Promise<void> {
  await world.control('/idle');
  await world.context.background.idle();
}
