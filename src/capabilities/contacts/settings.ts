/**
 * Where contacts stand in *Da fare* (ux.md §3.1: by harm if ignored): a payment window that closes comes before them.
 * Without a confirmation contact nothing can be paid; an ended username only misses messages.
 */
export const urgency = { confirmationEnded: 40, noConfirmation: 50, usernameEnded: 60 } as const;
