// The kinds the core system may send. The tables have the same lists as checks.

export const partyKinds = ['person', 'sole_trader', 'professional', 'company'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** `from` represents, trades as, owns or shares a household with `to`. */
export const linkKinds = ['represents', 'trades_as', 'owns', 'household'] as const;
export type LinkKind = (typeof linkKinds)[number];
