// The part of a payment in which the process lives that is going to die.
import type { Life } from './life.ts';
import { type Case, isAnswerLost, isEarlierLate, type Phase, phaseOf, whenPaid, whileItLasts } from './matrix.ts';
import { type CrashWorld, type Payer, until } from './world.ts';

/** A payment that somebody is making. */
export type Course = { operation: string; code: string };

/** Everything that a case is told with. */
export type Tale = {
  world: CrashWorld;
  one: Case;
  payer: Payer;
  /** What is being paid; before it, in the story `twice`, a try with another method that was left behind. */
  course: Course;
  first: Course | undefined;
  /** When the process dies, if not at the step of the case. */
  killAfterMs: number | undefined;
};

/** In one process from the code to the outcome; answers whether it died on its way. */
export async function dies(tale: Tale): Promise<boolean> {
  const { world, one, payer, course, killAfterMs } = tale;
  const life = await world.life(killAfterMs === undefined ? one.step : undefined);
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => void life.kill(), killAfterMs);
  const phase = phaseOf(one.step);
  if (phase === 'opening') await trouble(tale);
  // Where the step comes later, only the answer to the opening is lost, and not yet that to a refund.
  if (phase === 'settling' && isAnswerLost(one.switch)) await world.control('/next', whileItLasts[one.switch]);
  await life.ask('confirm', { viewer: payer.viewer, ...course });
  if (life.isAlive()) await isPaidAndComesBack(tale, phase, life);
  clearTimeout(timer);
  return end(life);
}

async function isPaidAndComesBack(tale: Tale, phase: Phase, life: Life): Promise<void> {
  const { world, one, payer } = tale;
  await between(tale);
  if (phase === 'returning' || (phase === 'settling' && !isAnswerLost(one.switch))) await trouble(tale);
  await approveLate(tale);
  for (const { operation } of coursesOf(tale)) await pay(tale, operation, life);
  await world.control('', { outage: 'none' });
  for (const { operation } of coursesOf(tale)) await life.ask('comeBack', { viewer: payer.viewer, operation });
}

/** Money is owed back while the provider is away: it has to be there until the moment of owing, and not after it. */
export async function diesWithoutProvider(tale: Tale): Promise<boolean> {
  const { world, one, payer, course, first } = tale;
  const opening = await world.life();
  await opening.ask('confirm', { viewer: payer.viewer, ...course });
  await end(opening);
  await between(tale);
  await approveLate(tale);
  const [before = course, late = course] = coursesOf(tale);
  if (first) await pay(tale, before.operation);
  const settling = await world.life('payments.settled');
  await pay(tale, late.operation, settling);
  if (!(await end(settling))) throw new Error('nothing was settled');
  await trouble(tale);
  const giving = await world.life(one.step);
  await giving.ask('work', undefined);
  const hasDied = await end(giving);
  await world.releaseTasks();
  return hasDied;
}

/** Ends a life and says whether it had been killed before; a process that came to the end of its acts is killed at rest. */
async function end(life: Life): Promise<boolean> {
  const hasDied = !life.isAlive();
  await life.kill();
  if (hasDied && (await life.ended) !== 'SIGKILL') throw new Error(`the process ended by itself:\n${life.log()}`);
  return hasDied;
}

/** In the order in which they are paid. */
export function coursesOf({ one, first, course }: Tale): Course[] {
  if (!first) return [course];
  return isEarlierLate(one) ? [course, first] : [first, course];
}

/** What holds for the whole gateway under this switch begins. */
export async function trouble({ world, one }: Tale): Promise<void> {
  const setting = whileItLasts[one.switch];
  if (setting) await world.control('', setting);
}

/** What happens to the instalment between start and success. */
export async function between({ world, one, payer }: Tale): Promise<void> {
  if (one.story !== 'withdrawn') return;
  await world.rows("update payables set state = 'withdrawn' where id = $1", [payer.payable.id]);
}

/**
 * What another payment has overtaken is called off where the provider can do that. So the late success of Satispay is one
 * that the payer has approved already, and that nobody can call off any more.
 */
async function approveLate(tale: Tale): Promise<void> {
  const { world, one, first, course } = tale;
  if (!first || isEarlierLate(one) || one.method !== 'satispay') return;
  const reference = await world.referenceOf(course.operation);
  await world.control(`/orders/${reference}/pay`, { ...whenPaid[one.switch], delaySeconds: 7200 });
}

/** Pays as the payer on the provider's page and waits until everybody has heard of it, or is dead. */
export async function pay({ world, one }: Tale, operation: string, life?: Life): Promise<void> {
  const reference = await world.referenceOf(operation);
  const order = reference ? await world.order(reference) : undefined;
  // Approved long ago, and only now taken.
  if (reference && order?.state === 'pending') await world.control(`/orders/${reference}/resolve`);
  else if (!reference || order?.state !== 'open') return;
  else await payOpen(world, one, reference, life);
  await world.control('/idle');
  await life?.ask('quiet', undefined);
  await world.context.background.idle();
}

async function payOpen(world: CrashWorld, one: Case, reference: string, life?: Life): Promise<void> {
  await world.control(`/orders/${reference}/pay`, whenPaid[one.switch]);
  if (one.switch !== 'delaySeconds') return;
  await until(async () => (await world.order(reference))?.notices.at(-1)?.tries !== 0);
  // Whoever takes over finds it pending first.
  if (life && !life.isAlive()) return;
  await life?.ask('quiet', undefined);
  await world.control(`/orders/${reference}/resolve`);
}
