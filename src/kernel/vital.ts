import type { Context } from './context.ts';
import type { Instant } from './days.ts';

/** How a thing is that people or operators depend on: as always, slower than that, or not at all. */
export type VitalState = 'ok' | 'slow' | 'down';

/** One sign of life, from what really happened in the last minutes. It says nothing about anybody. */
export type Vital = {
  /** `email`, `card`: the state page has the words, the metrics a label. */
  name: string;
  state: VitalState;
  /** The moment the thing is as of, where that is what matters: the last delivery of the core system. */
  asOf?: Instant;
};

/** Looked at by the state page and by the metrics; at most one cheap query each. */
export type Vitals = (context: Context) => Promise<readonly Vital[]>;
