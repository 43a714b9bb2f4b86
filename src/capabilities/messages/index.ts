// The frame of every e-mail and SMS, and whether it has left. [INT-3]
// `queue` is the one way out: the row commits with the change it speaks of, and is sent right after.
import type { Capability } from '#kernel/capability.ts';
import { figures } from './figures.ts';
import { settings } from './settings.ts';
import { tables } from './store.server.ts';
import { sweepWaiting } from './tasks.ts';
import { vitals } from './vitals.ts';

export { queue, type Recipient } from './commands.ts';
export type { Attachment, Delivery, DeliveryFailure, Email, Sender, TextMessage } from './sender.ts';
export { sweep } from './tasks.ts';
export { deliveriesOf, type MessageDelivery, wayOfNewest } from './views.ts';

export const capability: Capability = {
  name: 'messages',
  tables,
  settings,
  schedules: [sweepWaiting],
  figures,
  vitals,
};
