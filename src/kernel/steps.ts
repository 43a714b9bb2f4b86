// Crash points: places where a process may die and nothing may be lost or happen twice. The tests go through all of them.

/** Every named step; a step that is not in this list does not compile, and one that is never called fails a test. */
export const steps = [
  'confirmation.before_commit',
  'confirmation.committed',
  'payments.before_open',
  'payments.opened_at_provider',
  'payments.open_recorded',
  'payments.notice_stored',
  'payments.settle_read',
  'payments.settled',
  'payments.receipt_made',
  'payments.receipt_stored',
  'payments.refund_asked',
  'payments.refund_recorded',
  'integration.batch_checked',
  'integration.batch_merged',
  'integration.entity_done',
  'integration.waiting_merged',
] as const;
export type Step = (typeof steps)[number];

/**
 * Makes `context.step`. With `crashAt` (only the crash tests set it) the process kills itself there, as a power cut would;
 * otherwise the call does nothing.
 */
export function stepper(crashAt: string | undefined): (name: Step) => Promise<void> {
  if (!crashAt) return async () => {};
  return async (name) => {
    if (name === crashAt) {
      process.kill(process.pid, 'SIGKILL');
      // The signal ends the process within microseconds; nothing after this line may run meanwhile.
      await new Promise(() => {});
    }
  };
}
