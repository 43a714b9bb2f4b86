/** For what only a bug can break: throws, is logged with a reference number, and never becomes a message to a customer. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new AssertionError(what);
}

export class AssertionError extends Error {
  override name = 'AssertionError';
}

/** The compiler's proof that a union has been gone through whole. */
export function unreachable(value: never): never {
  throw new AssertionError(`unexpected ${JSON.stringify(value)}`);
}
