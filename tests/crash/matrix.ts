// Which step under which switch of which simulator, with which method: what is possible, and what `npm test` chooses of it.
// The full product, and more rounds of whatever is left to chance, run with CRASH_FULL=1: `npm run crash`.
import type { Step } from '#kernel/steps.ts';

/** What the payment is made with, and so at whose simulator. */
export const methods = ['card', 'mybank', 'satispay'] as const;
export type MethodName = (typeof methods)[number];

/** How the provider behaves (docs/reference/simulators.md); the outages and the lost answer are put where the step is. */
const ofBothProviders = [
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
  'answerDelaySeconds',
] as const;
/** How the inbox behaves: the mail server, and the SMS provider for somebody who has no e-mail. */
const ofTheInbox = [
  'mail refuse',
  'mail later',
  'mail drop',
  'mail lost',
  'sms refuse',
  'sms outage',
  'sms drop',
  'sms lost',
] as const;
/** Satispay's list of payments is only asked when the answer to the opening was lost. */
export const switches = [...ofBothProviders, 'answerLost oldestFirst', ...ofTheInbox] as const;
export type SwitchName = (typeof switches)[number];
export const switchesOf = (method: MethodName): readonly SwitchName[] =>
  switches.filter((name) => name !== 'answerLost oldestFirst' || method === 'satispay');
export const isAnswerLost = (name: SwitchName): boolean => name.startsWith('answerLost');
export const isWithoutEmail = (name: SwitchName): boolean => name.startsWith('sms');

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

/** What is set for the whole simulator as long as the trouble lasts; each takes what it knows. */
export const whileItLasts: { readonly [Name in SwitchName]?: object } = {
  'outage 503': { outage: '503' },
  'outage drop': { outage: 'drop' },
  answerLost: { answerLost: true },
  'answerLost oldestFirst': { answerLost: true, oldestFirst: true },
  answerDelaySeconds: { answerDelaySeconds: 0.2 },
  'mail refuse': { mail: 'refuse' },
  'mail later': { mail: 'later' },
  'mail drop': { mail: 'drop' },
  'mail lost': { mail: 'lost' },
  'sms refuse': { sms: 'refuse' },
  'sms outage': { sms: 'outage' },
  'sms drop': { sms: 'drop' },
  'sms lost': { sms: 'lost' },
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

/**
 * `kept`: the instalment stays due. `withdrawn`: the core withdraws it between start and success. `twice`: an earlier try
 * with another method was left behind, and in the end both are paid: what comes late is given back, or due by transfer.
 */
export const stories = ['kept', 'withdrawn', 'twice'] as const;
export type Story = (typeof stories)[number];

/**
 * Who comes first after the crash: the worker with the tasks that were committed, or the reconciler (and the tasks come
 * last, when all is done). With the reconciler the payer also pays on an order whose page was never seen, as early as can be.
 */
const nets = ['queue', 'reconciler'] as const;
export type Net = (typeof nets)[number];

export type Case = { step: PaymentStep; switch: SwitchName; story: Story; net: Net; method: MethodName };

/** With what the earlier try of the story `twice` was made. */
export const earlierMethod = { card: 'mybank', mybank: 'satispay', satispay: 'card' } as const;

/** The earlier try is paid first with one net, and last with the other: the late success is sometimes one, sometimes the other. */
export const isEarlierLate = (one: Pick<Case, 'net'>): boolean => one.net === 'reconciler';

/** The method whose money is given back in a story; nothing when none is. */
function returnedMethod(one: Pick<Case, 'switch' | 'story' | 'net' | 'method'>): MethodName | undefined {
  if (one.story === 'kept') return undefined;
  return one.story === 'twice' && isEarlierLate(one) && !isOvertaken(one) ? earlierMethod[one.method] : one.method;
}

/** The earlier try is Satispay's: approved before the switch, it is taken and told of as if there were none. */
const isApprovedBefore = (one: Pick<Case, 'story' | 'net' | 'method'>): boolean =>
  one.story === 'twice' && isEarlierLate(one) && earlierMethod[one.method] === 'satispay';

/** Nobody hears of the payment until its payer comes back, and by then the earlier try has been told: that one counts. */
const isOvertaken = (one: Pick<Case, 'switch' | 'story' | 'net' | 'method'>): boolean =>
  isApprovedBefore(one) && (one.switch === 'notify never' || one.switch === 'wrongToken');

/** Why a step is not reached in a case; nothing when it is, and then the process must die there. */
export function whyNotReached(one: Case): string | undefined {
  const { step, story } = one;
  if (step === 'payments.notice_stored' && !isApprovedBefore(one)) {
    if (one.switch === 'notify never') return 'there is no notice';
    if (one.switch === 'wrongToken') return 'a notice with a wrong token is not stored';
  }
  if (one.switch === 'refuse' && phaseOf(step) === 'returning') return 'what the bank refused is not given back';
  if (one.switch === 'refuse' && step.startsWith('payments.receipt_') && !isApprovedBefore(one)) {
    return 'no money came, so none is receipted';
  }
  if (story === 'withdrawn' && step.startsWith('payments.receipt_')) {
    return 'the money is given back, so none is receipted';
  }
  if (
    story === 'kept' &&
    one.method === 'satispay' &&
    isAnswerLost(one.switch) &&
    step.startsWith('payments.receipt_')
  ) {
    return 'what was opened without an answer is called off, so nobody pays it';
  }
  if (phaseOf(step) === 'returning' && returnedMethod(one) === 'mybank')
    return 'nobody asks for a MyBank transfer back';
  return undefined;
}

const ownStory = (step: PaymentStep): Story => (phaseOf(step) === 'returning' ? 'withdrawn' : 'kept');

type Chosen = SwitchName | [SwitchName, MethodName, Story?];
/** For each step its most dangerous switches, with a card where nothing else is said. A test below holds what must be in it. */
const chosen: { readonly [Name in PaymentStep]: readonly Chosen[] } = {
  'confirmation.before_commit': ['calm', 'outage 503', ['calm', 'satispay']],
  'confirmation.committed': [
    'calm',
    'answerLost',
    ['outage drop', 'mybank'],
    'notify never',
    'refusedThenPaid',
    ['answerLost', 'satispay'],
  ],
  'payments.before_open': ['calm', 'outage drop', ['notifyFirst', 'mybank'], ['delaySeconds', 'satispay']],
  'payments.opened_at_provider': [
    'calm',
    'calm',
    'answerLost',
    'outage 503',
    ['calm', 'card', 'withdrawn'],
    ['answerLost', 'mybank'],
    ['answerLost oldestFirst', 'satispay'],
    ['calm', 'satispay'],
    ['answerDelaySeconds', 'satispay'],
  ],
  'payments.open_recorded': ['calm', 'answerLost', ['outage 503', 'satispay'], 'wrongToken', ['sms outage', 'mybank']],
  'payments.notice_stored': [
    'calm',
    'notify twice',
    ['notifyFirst', 'satispay'],
    'refuse',
    'answerLost',
    ['calm', 'card', 'twice'],
    ['calm', 'mybank', 'withdrawn'],
    ['calm', 'satispay'],
    ['sms lost', 'satispay'],
  ],
  'payments.settle_read': [
    'notify twice',
    ['notify never', 'satispay'],
    'delaySeconds',
    'refuse',
    'wrongToken',
    ['notifyFirst', 'card', 'twice'],
    ['delaySeconds', 'mybank'],
    ['calm', 'mybank', 'twice'],
    ['refuse', 'satispay'],
    ['sms refuse', 'mybank', 'withdrawn'],
  ],
  'payments.settled': [
    'notify never',
    'refusedThenPaid',
    'outage drop',
    'refuse',
    ['notify twice', 'card', 'withdrawn'],
    ['calm', 'card', 'twice'],
    ['notify never', 'mybank', 'withdrawn'],
    ['mail later', 'mybank', 'withdrawn'],
    ['calm', 'satispay', 'twice'],
    ['wrongToken', 'satispay'],
  ],
  'payments.receipt_made': [
    'calm',
    'notify twice',
    ['refusedThenPaid', 'satispay'],
    'outage 503',
    'mail drop',
    'sms drop',
  ],
  'payments.receipt_stored': ['calm', 'notify twice', ['delaySeconds', 'mybank'], 'mail lost', 'mail refuse'],
  'payments.refund_asked': [
    'calm',
    'answerLost',
    ['outage drop', 'satispay'],
    'notify never',
    ['wrongToken', 'satispay', 'twice'],
    ['answerLost', 'satispay'],
    ['answerLost oldestFirst', 'satispay'],
  ],
  'payments.refund_recorded': [
    'calm',
    ['answerLost', 'satispay'],
    'outage 503',
    'wrongToken',
    ['notify twice', 'mybank', 'twice'],
    ['notify twice', 'mybank', 'twice'],
    'mail later',
  ],
};

/** What `npm test` runs; the nets take turns. */
export const chosenCases: readonly Case[] = paymentSteps.flatMap((step) =>
  chosen[step].map((one, at): Case => {
    const [name, method, story = ownStory(step)] = typeof one === 'string' ? [one, 'card' as const] : one;
    return { step, switch: name, story, method, net: nets[at % 2 === 0 ? 0 : 1] ?? 'queue' };
  }),
);

const isOfTheInbox = (name: SwitchName): boolean => (ofTheInbox as readonly SwitchName[]).includes(name);

const hasBothNets = (method: MethodName, name: SwitchName): boolean =>
  name === 'calm' || (method === 'card' && !isOfTheInbox(name));

/**
 * `npm run crash`: every step with every method under every switch in every story, the impossible pairs included. Both nets
 * follow with a card and where nothing else is wrong, else they take turns; trouble that is not the provider's has one story.
 */
export const allCases: readonly Case[] = paymentSteps.flatMap((step) =>
  methods.flatMap((method) =>
    switchesOf(method).flatMap((name, at) =>
      stories
        .filter((story) => phaseOf(step) !== 'returning' || story !== 'kept')
        .filter((story) => !isOfTheInbox(name) || story === ownStory(step))
        .flatMap((story) =>
          nets
            .filter((_net, turn) => hasBothNets(method, name) || turn === (at + stories.indexOf(story)) % 2)
            .map((net): Case => ({ step, switch: name, story, net, method })),
        ),
    ),
  ),
);

export const isFull = process.env.CRASH_FULL === '1';

/** Processes are started and killed here: on a busy machine that takes a while, and says nothing. */
export const patienceMs = isFull ? 3_600_000 : 120_000;

/** The cases of a phase in this run. */
export const casesOf = (phase: Phase): readonly Case[] =>
  (isFull ? allCases : chosenCases).filter((one) => phaseOf(one.step) === phase);
