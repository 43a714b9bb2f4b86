/** Runs a bounded number of things at once; the others wait in their order, up to a limit. */
export type Queue = {
  /** The result, or nothing when too many are waiting already. */
  run<T>(work: () => Promise<T>): Promise<T | undefined>;
};

export function queueOf({ atOnce, waitingMax }: { atOnce: number; waitingMax: number }): Queue {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  return {
    async run(work) {
      if (underWay >= atOnce) {
        if (waiting.length >= waitingMax) return undefined;
        // Whoever ends hands its place on, so `underWay` does not change in between.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else underWay += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else underWay -= 1;
      }
    },
  };
}
