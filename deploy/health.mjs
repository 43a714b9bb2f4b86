// Asks the process of this container whether it lives: a web on PORT, a worker on METRICS_PORT. For images without a shell.
const role = process.argv[2] ?? 'web';
const port = role === 'web' ? (process.env.PORT ?? '3000') : process.env.METRICS_PORT;
// A worker that nobody measures has no port; that it runs is all there is to know.
if (!port) process.exit(0);
const answer = await fetch(`http://127.0.0.1:${port}/livez`, { signal: AbortSignal.timeout(4_000) }).catch(
  () => undefined,
);
process.exit(answer?.ok ? 0 : 1);
