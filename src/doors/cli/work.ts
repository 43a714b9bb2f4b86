import { start } from '#compose.ts';
import { serveMetrics } from '#doors/metrics.ts';
import { work as takeTasks } from '#doors/worker/worker.ts';
import type { Noun } from './frame.ts';

/** How long a stop waits for tasks under way; what is not done then goes back to the queue. */
const drainMsMax = 25_000;

export const work: Noun = (program) => {
  program
    .command('work')
    .description('takes tasks from the queue and keeps the schedules; wants DATABASE_URL and SPORTELLO_SECRET')
    .action(async () => {
      const running = await start('work', process.env);
      const { log } = running.context;
      const metrics = await serveMetrics(running);
      let isStopping = false;
      const stop = async (signal: string) => {
        if (isStopping) return;
        isStopping = true;
        log.info('stopping', { role: 'worker', signal });
        setTimeout(() => process.exit(1), drainMsMax).unref();
        metrics?.close();
        await running.close();
        process.exit(0);
      };
      process.on('SIGTERM', () => void stop('SIGTERM'));
      process.on('SIGINT', () => void stop('SIGINT'));
      await takeTasks(running.context, running.queue);
      process.send?.('ready');
    });
};
