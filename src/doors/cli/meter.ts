import { say } from './frame.ts';

/** `12.345` with a thin space would not survive every terminal; a plain comma does. */
export const grouped = (value: number): string => Math.round(value).toLocaleString('en-GB');

function left(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

/**
 * One line that says how far a long command is: done, rate, time left, errors. On a terminal it is written over itself;
 * elsewhere a line every ten seconds.
 */
export function meter(
  total: number,
  isJson: boolean,
  counted = 'rows',
): { at(what: string, done: number, errors: number): void; end(): void } {
  const started = performance.now();
  const isTerminal = process.stderr.isTTY === true && !isJson;
  let lastAt = isTerminal ? 0 : started;
  let longest = 0;
  return {
    at(what, done, errors) {
      const now = performance.now();
      if (now - lastAt < (isTerminal ? 100 : 10_000)) return;
      lastAt = now;
      const rate = done / Math.max((now - started) / 1000, 0.001);
      if (isJson) {
        say(JSON.stringify({ event: 'progress', what, done, total, perSecond: Math.round(rate), errors }));
        return;
      }
      const text = `${what}: ${grouped(done)} of ${grouped(total)} ${counted}, ${grouped(rate)}/s, ${left((total - done) / rate)} left${counted === 'rows' ? `, ${grouped(errors)} refused` : ''}`;
      longest = Math.max(longest, text.length);
      if (isTerminal) process.stderr.write(`\r${text.padEnd(longest)}`);
      else say(text);
    },
    end() {
      if (isTerminal && longest > 0) process.stderr.write(`\r${' '.repeat(longest)}\r`);
    },
  };
}
