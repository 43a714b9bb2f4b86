// How long an operation waits, how often its code is sent. [CNF-1] [CNF-2] [REQUIREMENTS 15]
import { numbers } from '#kernel/settings.ts';

export const settings = numbers({
  codeMinutes: {
    env: 'CONFIRMATION_CODE_MINUTES',
    default: 5,
    min: 1,
    max: 10,
    unit: 'minutes',
    id: 'CNF-1',
    says: 'How long a code of an operation is valid (at most 10: NIST SP 800-63B).',
  },
  operationMinutes: {
    env: 'CONFIRMATION_OPERATION_MINUTES',
    default: 30,
    min: 5,
    max: 120,
    unit: 'minutes',
    id: 'CNF-1',
    says: 'How long an operation waits to be confirmed, in the session that proposed it.',
  },
  sendsPerOperationHour: {
    env: 'CONFIRMATION_SENDS_PER_OPERATION',
    default: 5,
    min: 1,
    max: 100,
    unit: 'messages',
    id: 'CNF-2',
    says: 'Codes sent for one operation in an hour.',
  },
  sendsPerAccountDay: {
    env: 'CONFIRMATION_SENDS_PER_ACCOUNT',
    default: 60,
    min: 5,
    max: 10_000,
    unit: 'messages',
    id: 'CNF-2',
    says: 'Codes sent to one account in a day, for all its operations.',
  },
});

/** CNF-1. */
export const codeDigits = 6;
