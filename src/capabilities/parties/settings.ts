/** REQ-10. How many agencies the public list holds at most; beyond it the search narrows it down. */
export const agenciesMax = 2_000;
/** REQ-10. How many are shown at once. */
export const agenciesShownMax = 60;
/** One codice fiscale is a person and the own business, twice where the core system has both twice; more is a fault there. */
export const samePersonMax = 10;
