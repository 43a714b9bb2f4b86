/** REQ-10. How many agencies the public list holds at most; beyond it the search narrows it down. */
export const agenciesMax = 2_000;
/** REQ-10. How many are shown at once. */
export const agenciesShownMax = 60;
