import { assert } from '#kernel/assert.ts';
import type { Customer } from '#kernel/viewer.ts';

/** Who is signed in, on pages below `(cliente)`: the hook lets nobody else through, so anything else is a bug. */
export function customerOf(locals: Pick<App.Locals, 'viewer'>): Customer {
  assert(locals.viewer.kind === 'customer', 'a page of customers without a customer');
  return locals.viewer;
}
