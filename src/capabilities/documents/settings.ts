/** DOC-1. A page shows so many documents; older ones are found by their year. */
export const shownMax = 100;
