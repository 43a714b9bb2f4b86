// argon2id (RFC 9106) off the event loop, a few at a time. About 100 ms each on a small server: too slow to guess with,
// quick enough to wait for.

import { availableParallelism } from 'node:os';
import { type Algorithm, hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '#capabilities/access/hasher.ts';
import { queueOf } from './queue.ts';

export type Cost = { memoryKib: number; passes: number };

/** Above the floor that OWASP gives (19 MiB, two passes), measured to about 100 ms. */
const cost: Cost = { memoryKib: 65_536, passes: 5 };
const lanes = 1;
const saltBytes = 16;
const hashBytes = 32;

/** One core stays free for everybody else, and one of the four threads that hashing shares with files and names. */
const atOnce = Math.min(3, Math.max(1, availableParallelism() - 1));
/** Whoever comes after this many has waited long enough to be told to try again. */
const waitingMax = 100;

/** Makes the hasher of a process. Tests give a smaller cost. */
export function argon2Hasher({ memoryKib, passes }: Cost = cost): PasswordHasher {
  const queue = queueOf({ atOnce, waitingMax });
  const options = {
    // The package's enum is a constant without a value at run time; 2 is Argon2id.
    algorithm: 2 satisfies Algorithm,
    memoryCost: memoryKib,
    timeCost: passes,
    parallelism: lanes,
    outputLen: hashBytes,
  };
  const nobody = hashOfNobody({ memoryKib, passes });
  return {
    hash: async (password) => (await queue.run(() => hash(password, options))) ?? 'busy',
    async verify(stored, password) {
      const isRight = await queue.run(() => verify(stored ?? nobody, password));
      if (isRight === undefined) return 'busy';
      return isRight && stored !== undefined ? 'right' : 'wrong';
    },
  };
}

/** A well-formed hash that no password has: comparing with it costs what comparing with a real one costs. */
function hashOfNobody({ memoryKib, passes }: Cost): string {
  const text = (bytes: number) => Buffer.alloc(bytes, 0x5a).toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${text(saltBytes)}$${text(hashBytes)}`;
}
