// Telling the merchant: at once, and again when it is not taken, as often as the provider does.

/** How often a notice has still to be delivered, was tried, and arrived; kept with the notice, so that a killed process goes on. */
export type Delivery = { left: number; tries: number; delivered: number };

/** For a notice that is to arrive so many times. */
export const deliveryOf = (left: number): Delivery => ({ left, tries: 0, delivered: 0 });

export type Deliveries<Owner, Notice extends Delivery> = {
  /** Delivers what is left of a notice; resolves when every delivery has been answered or given up. */
  start(owner: Owner, notice: Notice): Promise<void>;
  /** Resolves when nothing is being delivered. */
  idle(): Promise<void>;
  close(): void;
};

export type How<Owner, Notice> = {
  triesMax: number;
  /** Before the second try; it doubles with each. */
  pauseMilliseconds: number;
  /** The request itself. */
  request(owner: Owner, notice: Notice): { url: string; init: RequestInit };
  save(owner: Owner): void;
};

const timeoutMilliseconds = 10_000;

export function deliveries<Owner, Notice extends Delivery>(how: How<Owner, Notice>): Deliveries<Owner, Notice> {
  const underWay = new Set<Promise<void>>();
  const stop = new AbortController();

  async function deliver(owner: Owner, notice: Notice): Promise<void> {
    for (let turn = 0; turn < how.triesMax && !stop.signal.aborted; turn++) {
      if (turn > 0) await pause(how.pauseMilliseconds * 2 ** (turn - 1));
      if (stop.signal.aborted) return;
      const isTaken = await ask(owner, notice);
      notice.tries++;
      if (isTaken) notice.delivered++;
      if (isTaken || turn === how.triesMax - 1) notice.left--;
      how.save(owner);
      if (isTaken) return;
    }
  }

  async function ask(owner: Owner, notice: Notice): Promise<boolean> {
    try {
      const { url, init } = how.request(owner, notice);
      const answer = await fetch(url, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.any([stop.signal, AbortSignal.timeout(timeoutMilliseconds)]),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      function done() {
        clearTimeout(timer);
        stop.signal.removeEventListener('abort', done);
        resolve();
      }
      stop.signal.addEventListener('abort', done);
    });

  return {
    start(owner, notice) {
      const all: Promise<void> = Promise.all(Array.from({ length: notice.left }, () => deliver(owner, notice)))
        .then(() => {})
        .finally(() => underWay.delete(all));
      underWay.add(all);
      return all;
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: () => stop.abort(),
  };
}
