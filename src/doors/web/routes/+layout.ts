/** Pages are documents: no hydration, nothing to go wrong before scripts arrive (design.md §4). */
export const csr = false;
