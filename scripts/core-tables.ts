/** The tables that a delivery of the core system fills, parents first. */
export const coreTables = [
  'agencies',
  'products',
  'parties',
  'contacts',
  'party_links',
  'consents',
  'paperless_choices',
  'policies',
  'policy_roles',
  'coverages',
  'goods',
  'payables',
] as const;
