/**
 * Where contacts stand in *Da fare* (ux.md §3.1: by harm if ignored): what is overdue or due within a week (payments,
 * up to 106) comes before them, because choosing takes a minute; the rest of what is due comes after.
 */
export const urgency = { confirmationEnded: 107, noConfirmation: 108, usernameEnded: 520 } as const;
