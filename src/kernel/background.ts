import type { Log } from './log.ts';

/** Keeps track of work that outlives its request, so that a graceful stop and the tests can wait for it. */
export type Background = {
  start(name: string, work: () => Promise<void>): void;
  /**
   * Does something one at a time for each key. All who come while it is being done share the next time, which begins after
   * they came: nobody is given an answer older than the question, and a crowd costs two.
   */
  shared(key: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way, what was started meanwhile included. */
  idle(): Promise<void>;
};

/** A failure is logged and forgotten here: whatever must not be lost is also recorded as a task. */
export function background(log: Log): Background {
  const underWay = new Set<Promise<void>>();
  const sharing = new Map<string, { now: Promise<void>; next?: Promise<void> }>();
  const shared: Background['shared'] = (key, work) => {
    const known = sharing.get(key);
    if (known) {
      known.next ??= known.now.catch(() => {}).then(() => shared(key, work));
      return known.next;
    }
    const now = work().finally(() => sharing.delete(key));
    sharing.set(key, { now });
    return now;
  };
  return {
    shared,
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
