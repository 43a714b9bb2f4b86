/** DOC-1. A page shows so many documents; older ones are found by their year. */
export const shownMax = 100;
/** How many of them Home shows. */
export const latestMax = 3;
