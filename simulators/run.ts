// What every simulator's main does around its server: end in time, and with its parent when asked to.
const graceMilliseconds = 2000;

/** Prints what it has to tell as one line of JSON, then serves until a signal or, with `withParent`, the end of standard input. */
export function run(told: object, withParent: boolean, close: () => Promise<void>): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(0), graceMilliseconds).unref();
    void close().finally(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (withParent) process.stdin.resume().once('end', end).once('error', end);
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
