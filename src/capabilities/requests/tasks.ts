import { z } from 'zod';
import { newestOf } from '#capabilities/codes/index.ts';
import { transaction } from '#kernel/context.ts';
import { secondsBetween } from '#kernel/days.ts';
import type { Task } from '#kernel/tasks.ts';
import { fileWaiting } from './moves.ts';
import { requestBy } from './store.server.ts';

/**
 * A request whose contact nobody verified is not lost: when its last code can no longer be used it is filed as
 * *contatto non verificato* (REQ-1). A code sent meanwhile is waited for.
 */
export const fileUnverified: Task<{ request: string }> = {
  name: 'requests.file_unverified',
  data: z.object({ request: z.string() }),
  run: (context, data) =>
    transaction(context, async (tx) => {
      const request = await requestBy(tx, { id: data.request }, { lock: true });
      if (request?.state !== 'awaiting_contact') return;
      const newest = await newestOf(tx, { purpose: 'request', subject: request.publicId });
      const left = newest ? secondsBetween(tx.clock.now(), newest.expiresAt) : 0;
      if (left > 0) await tx.tasks.add(tx, fileUnverified, data, { afterSeconds: Math.ceil(left) });
      else await fileWaiting(tx, request, false);
    }),
};
