// What happens by itself after a while, and whether there is still something of the kind to wait for.

type Due = { timer: NodeJS.Timeout; dueAt: number };

export class Agenda {
  readonly #due = new Map<string, Due>();
  readonly #underWay = new Set<Promise<unknown>>();

  /** Does something in so many milliseconds; one thing for each id. */
  put(id: string, milliseconds: number, act: () => Promise<unknown>): void {
    const timer = setTimeout(() => {
      const acting = act().finally(() => this.#underWay.delete(acting));
      this.#underWay.add(acting);
      this.drop(id);
    }, milliseconds);
    this.#due.set(id, { timer, dueAt: Date.now() + milliseconds });
  }

  drop(id: string): void {
    clearTimeout(this.#due.get(id)?.timer);
    this.#due.delete(id);
  }

  clear(): void {
    for (const id of [...this.#due.keys()]) this.drop(id);
  }

  /** True when nothing is due or under way any more, nor what `others` wait for; false when that takes too long. */
  async idle(withinMilliseconds: number, others: () => Promise<void>): Promise<boolean> {
    const deadline = Date.now() + withinMilliseconds;
    // What is due later than that is not about to happen.
    const isSoon = (): boolean => [...this.#due.values()].some((one) => one.dueAt <= deadline);
    while (isSoon()) {
      if (Date.now() >= deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const quiet = Promise.all([...this.#underWay, others()]).then(() => true);
    const late = AbortSignal.timeout(Math.max(1, deadline - Date.now()));
    return Promise.race([
      quiet,
      new Promise<boolean>((resolve) => late.addEventListener('abort', () => resolve(false))),
    ]);
  }
}
