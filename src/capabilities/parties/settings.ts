/** REQ-10. How many agencies are searched at most: ten times those of the largest insurers. */
export const agenciesMax = 20_000;
/** REQ-10. How many a page shows. */
export const agenciesShownMax = 20;
/** One codice fiscale is a person and the own business, twice where the core system has both twice; more is a fault there. */
export const samePersonMax = 10;
