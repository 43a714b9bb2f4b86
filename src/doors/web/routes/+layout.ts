/**
 * Pages are documents: no hydration, nothing to go wrong before scripts arrive (design.md §4). For all of them: hooks.ts
 * keeps their data on the server.
 */
export const csr = false;
