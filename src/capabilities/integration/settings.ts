import { numbers } from '#kernel/settings.ts';

export const settings = numbers({
  batchRows: {
    env: 'IMPORT_BATCH_ROWS',
    default: 2000,
    min: 1,
    max: 50_000,
    unit: 'rows',
    id: 'INT-1',
    says: 'Rows merged in one transaction: more is faster and uses more memory.',
  },
  lateHours: {
    env: 'IMPORT_LATE_HOURS',
    default: 36,
    min: 1,
    max: 1_000,
    unit: 'hours',
    id: 'INT-1',
    says: 'After so many hours without a delivery the state page says that the data are not of today.',
  },
});

/** A record longer than this is no row of ours (bytes). */
export const recordBytesMax = 256 * 1024;

/** A batch takes no more than this into memory at once (bytes), however long its rows are. */
export const batchBytesMax = 1024 * 1024;

/** How often rows that wait for a parent are tried again at the end of a delivery, at most: one pass per level of parents. */
export const waitingPassesMax = 5;
