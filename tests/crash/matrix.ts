// Which step under which switch of the gateway: what is possible, and what `npm test` chooses of it. The full product,
// and more rounds of whatever is left to chance, run with CRASH_FULL=1: `npm run crash` (half an hour on two cores).
import type { Step } from '#kernel/steps.ts';

/** How the gateway behaves (docs/reference/simulators.md); the outages and the lost answer are put where the step is. */
export const switches = [
  'calm',
  'refuse',
  'refusedThenPaid',
  'delaySeconds',
  'notify twice',
  'notify never',
  'notifyFirst',
  'wrongToken',
  'outage 503',
  'outage drop',
  'answerLost',
] as const;
export type SwitchName = (typeof switches)[number];

/** What is set for the order when it is paid. */
export const whenPaid: { readonly [Name in SwitchName]?: object } = {
  refuse: { refuse: true },
  refusedThenPaid: { refusedThenPaid: true },
  delaySeconds: { delaySeconds: 3600 },
  'notify twice': { notify: 'twice' },
  'notify never': { notify: 'never' },
  notifyFirst: { notifyFirst: true },
  wrongToken: { wrongToken: true },
};

/** What is set for the whole gateway as long as the trouble lasts. */
export const whileItLasts: { readonly [Name in SwitchName]?: object } = {
  'outage 503': { outage: '503' },
  'outage drop': { outage: 'drop' },
  answerLost: { answerLost: true },
};

export const paymentSteps = [
  'confirmation.before_commit',
  'confirmation.committed',
  'payments.before_open',
  'payments.opened_at_provider',
  'payments.open_recorded',
  'payments.notice_stored',
  'payments.settle_read',
  'payments.settled',
  'payments.receipt_made',
  'payments.receipt_stored',
  'payments.refund_asked',
  'payments.refund_recorded',
] as const satisfies readonly Step[];
export type PaymentStep = (typeof paymentSteps)[number];

/** When in the life of a payment a step comes. */
export type Phase = 'opening' | 'settling' | 'returning';
export function phaseOf(step: PaymentStep): Phase {
  switch (step) {
    case 'confirmation.before_commit':
    case 'confirmation.committed':
    case 'payments.before_open':
    case 'payments.opened_at_provider':
    case 'payments.open_recorded':
      return 'opening';
    case 'payments.refund_asked':
    case 'payments.refund_recorded':
      return 'returning';
    default:
      return 'settling';
  }
}

/** Why a step is not reached under a switch; nothing when it is, and then the process must die there. */
export function whyNotReached(step: PaymentStep, name: SwitchName, story: Story): string | undefined {
  if (step === 'payments.notice_stored') {
    if (name === 'notify never') return 'there is no notice';
    if (name === 'wrongToken') return 'a notice with a wrong token is not stored';
  }
  const needsMoney = [
    'payments.receipt_made',
    'payments.receipt_stored',
    'payments.refund_asked',
    'payments.refund_recorded',
  ];
  if (name === 'refuse' && needsMoney.includes(step)) return 'no money came, so none is receipted or given back';
  if (story === 'withdrawn' && step.startsWith('payments.receipt'))
    return 'the money is given back, so none is receipted';
  return undefined;
}

/**
 * `kept`: the instalment stays due. `withdrawn`: the core withdraws it between start and success. `twice`: a first card
 * was refused, and in the end both the first order and the second are paid.
 */
export const stories = ['kept', 'withdrawn', 'twice'] as const;
export type Story = (typeof stories)[number];

/**
 * Who comes first after the crash: the worker with the tasks that were committed, or the reconciler (and the tasks come
 * last, when all is done). With the reconciler the payer also pays on an order whose page was never seen, as early as can be.
 */
const nets = ['queue', 'reconciler'] as const;
export type Net = (typeof nets)[number];

export type Case = { step: PaymentStep; switch: SwitchName; story: Story; net: Net };

const ownStory = (step: PaymentStep): Story => (phaseOf(step) === 'returning' ? 'withdrawn' : 'kept');

/** For each step its most dangerous switches; each switch meets at least three steps. A test below holds both. */
const chosen: { readonly [Name in PaymentStep]: readonly (SwitchName | [SwitchName, Story])[] } = {
  'confirmation.before_commit': ['calm', 'outage 503'],
  'confirmation.committed': ['calm', 'answerLost', 'outage drop', 'notify never', 'refusedThenPaid'],
  'payments.before_open': ['calm', 'outage drop', 'notifyFirst', 'delaySeconds'],
  'payments.opened_at_provider': ['calm', 'calm', 'answerLost', 'outage 503', ['calm', 'withdrawn']],
  'payments.open_recorded': ['calm', 'answerLost', 'outage 503', 'wrongToken'],
  'payments.notice_stored': ['calm', 'notify twice', 'notifyFirst', 'refuse', 'answerLost', ['calm', 'twice']],
  'payments.settle_read': [
    'notify twice',
    'notify never',
    'delaySeconds',
    'refuse',
    'wrongToken',
    ['notifyFirst', 'twice'],
  ],
  'payments.settled': [
    'notify never',
    'refusedThenPaid',
    'outage drop',
    'refuse',
    ['notify twice', 'withdrawn'],
    ['calm', 'twice'],
  ],
  'payments.receipt_made': ['calm', 'notify twice', 'refusedThenPaid', 'outage 503'],
  'payments.receipt_stored': ['calm', 'notify twice', 'delaySeconds'],
  'payments.refund_asked': ['calm', 'answerLost', 'outage drop', 'notify never', ['wrongToken', 'twice']],
  'payments.refund_recorded': ['calm', 'answerLost', 'outage 503', 'wrongToken', ['notify twice', 'twice']],
};

/** What `npm test` runs; the nets take turns. */
export const chosenCases: readonly Case[] = paymentSteps.flatMap((step) =>
  chosen[step].map((one, at): Case => {
    const [name, story] = typeof one === 'string' ? [one, ownStory(step)] : one;
    return { step, switch: name, story, net: nets[at % 2 === 0 ? 0 : 1] ?? 'queue' };
  }),
);

/** `npm run crash`: every step under every switch in every story with both nets, the impossible pairs included. */
export const allCases: readonly Case[] = paymentSteps.flatMap((step) =>
  switches.flatMap((name) =>
    stories
      .filter((story) => phaseOf(step) !== 'returning' || story !== 'kept')
      .flatMap((story) => nets.map((net): Case => ({ step, switch: name, story, net }))),
  ),
);

export const isFull = process.env.CRASH_FULL === '1';

/** Processes are started and killed here: on a busy machine that takes a while, and says nothing. */
export const patienceMs = isFull ? 3_600_000 : 120_000;

/** The cases of a phase in this run. */
export const casesOf = (phase: Phase): readonly Case[] =>
  (isFull ? allCases : chosenCases).filter((one) => phaseOf(one.step) === phase);
