import type { Vitals } from '#kernel/vital.ts';

/** Whether documents can be stored and opened now. */
export const vitals: Vitals = async (context) => {
  const isThere = await context.ports.storage.check().then(
    () => true,
    () => false,
  );
  return [{ name: 'documents', state: isThere ? 'ok' : 'down' }];
};
