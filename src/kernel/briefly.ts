import type { Context } from './context.ts';

/**
 * What everybody is shown, read at most once in so many seconds by one process: a crowd costs one look, and one look at a
 * time. For things that are nobody's only. A read that failed is told to those who waited for it and not kept.
 */
export function briefly<T>(seconds: number, read: (context: Context) => Promise<T>): (context: Context) => Promise<T> {
  const answers = new WeakMap<object, { until: number; value: Promise<T> }>();
  return (context) => {
    const now = performance.now();
    const known = answers.get(context.ports);
    if (known && known.until > now) return known.value;
    const value = read(context);
    answers.set(context.ports, { until: now + seconds * 1_000, value });
    value.catch(() => answers.delete(context.ports));
    return value;
  };
}
