// From single signs of life to what the state page says. [HLP-1]
import type { Vital, VitalState } from '#kernel/vital.ts';

/** `unknown`: nobody could look, which is said as it is. */
export type LineState = VitalState | 'unknown';
export type StateLine = Omit<Vital, 'state'> & { state: LineState };

const order: readonly LineState[] = ['ok', 'unknown', 'slow', 'down'];

/** The worst of all; data that are a day old make nothing slow, they have their own sentence. */
export const overallOf = (lines: readonly StateLine[]): LineState =>
  lines
    .filter((line) => line.name !== 'data')
    .reduce<LineState>((worst, { state }) => (order.indexOf(state) > order.indexOf(worst) ? state : worst), 'ok');

/** How the database is, from how long it took to answer; nothing when it did not. */
export const databaseState = (milliseconds: number | undefined, slowAfter: number): VitalState =>
  milliseconds === undefined ? 'down' : milliseconds > slowAfter ? 'slow' : 'ok';

/** How background work is, from how long the oldest task that is due has waited. */
export const tasksState = (waitedSeconds: number, limits: { slow: number; down: number }): VitalState =>
  waitedSeconds > limits.down ? 'down' : waitedSeconds > limits.slow ? 'slow' : 'ok';
