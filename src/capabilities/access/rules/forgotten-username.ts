// Whom a forgotten username is told to, and whether the page may name it, masked. [ACC-3]

/** How an account has to do with the policy whose number was given: best first. */
export type Tie = 'policyholder' | 'insured' | 'through' | undefined;

export type Answering = { accountId: string; partyId: string; tie: Tie };

const order: readonly Tie[] = ['policyholder', 'insured', 'through'];

/**
 * Every account that answers to the codice fiscale or partita IVA is written to; with the number of a policy of one of
 * them only that one, and the page may name it too: who knows both is the customer, or somebody who has the contract in
 * hand. A number that fits none of them, or two of them alike, changes nothing.
 */
export function usernamesMeant(answering: readonly Answering[]): {
  tell: readonly Answering[];
  show: Answering | undefined;
} {
  for (const tie of order) {
    const [first, second] = answering.filter((one) => one.tie === tie);
    if (first) return second ? { tell: answering, show: undefined } : { tell: [first], show: first };
  }
  return { tell: answering, show: undefined };
}
