import type { Log } from './log.ts';

/** Keeps track of work that outlives its request, so that a graceful stop and the tests can wait for it. */
export type Background = {
  start(name: string, work: () => Promise<void>): void;
  /** Resolves when nothing is under way, what was started meanwhile included. */
  idle(): Promise<void>;
};

/** A failure is logged and forgotten here: whatever must not be lost is also recorded as a task. */
export function background(log: Log): Background {
  const underWay = new Set<Promise<void>>();
  return {
    start(name, work) {
      const running = Promise.resolve()
        .then(work)
        .catch((error: unknown) => log.error('background work failed', { task: name, error }))
        .finally(() => underWay.delete(running));
      underWay.add(running);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
