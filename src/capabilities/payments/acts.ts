import type { Act } from '#kernel/capability.ts';

/** CNF-11: what a customer can do about payments. */
export const acts: readonly Act[] = [
  { name: 'payments.pay', dispositive: true, because: 'Moves money: confirmed by a code bound to amount and payee.' },
  {
    name: 'payments.contribute',
    dispositive: true,
    because: 'Moves money and adds to a contract: confirmed by a code bound to amount, payee and policy.',
  },
  {
    name: 'payments.go_to_provider',
    dispositive: false,
    because: 'Goes on with a payment that a code has confirmed; the bank asks for its own authentication.',
  },
  {
    name: 'payments.give_up',
    dispositive: false,
    because: 'Ends a payment that has not been made; takes nothing, and whatever arrives late is still settled.',
  },
];
