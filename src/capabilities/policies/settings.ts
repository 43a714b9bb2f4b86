/** So many policies stand on one page of the list: a fleet goes over several, and none of them takes long. */
export const pagePolicies = 24;
