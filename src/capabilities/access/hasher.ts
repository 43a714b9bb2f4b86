// The port that hashes passwords: slow on purpose, so it decides how many it does at once.

export type PasswordHasher = {
  /** A salted hash to store, or `busy` when too many are waiting already. */
  hash(password: string): Promise<string | 'busy'>;
  /**
   * Compares a password with a stored hash. Without one (nobody has that username) it takes the same time and says
   * `wrong`: the answer must not tell whether there is an account.
   */
  verify(stored: string | undefined, password: string): Promise<'right' | 'wrong' | 'busy'>;
};

declare module '#kernel/context.ts' {
  interface Ports {
    passwords: PasswordHasher;
  }
}
