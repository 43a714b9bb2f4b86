// Every number of payments. Starred ones of the requirements may be set by the insurer; the others are fixed.
import { cents } from '#kernel/money.ts';
import { numbers } from '#kernel/settings.ts';

/** PAY-2. How long a payable may be paid online, in calendar days of Rome, ends included. */
export const windowDays = {
  motor: { before: 40, after: 15 },
  life: { after: 30 },
  other: { before: 30 },
} as const;

/** PAY-3. Up to and including this amount a method may be used; above it only MyBank. */
export const methodLimits = {
  life: { card: cents(100_000), satispay: cents(100_000) },
  nonLife: { card: cents(500_000), satispay: cents(200_000) },
} as const;

/** PAY-12, requirements §15: after the provider's own limit an attempt is reconciled for this long. */
export const watchedHours = 48;

/** While one process opens a payment no other does. Longer than the provider adapter waits for an answer. */
export const openingLeaseSeconds = 60;

/** The provider is not asked about one attempt more often than this, however many pages look at it. */
export const askAgainSeconds = 4;

/** The page of the outcome waits this long for the provider before it shows what is stored. */
export const pageWaitMilliseconds = 2_500;

/** The zero-second refresh towards the provider is only given right after the opening, or *back* would be a trap. */
export const leadOnSeconds = 60;

/** A page of banks; who looks for one that is not on it types its name. */
export const banksShown = 60;

/** A page of what is to pay and of what was paid. */
export const historyPage = 25;

/** A file holds at most so many rows; who has more takes it year by year. */
export const exportRowsMax = 50_000;

/** At most so many attempts and refunds are looked at in one run of the reconciler. */
export const reconcileBatch = 200;

/** A provider that does not answer about a refund is asked again, with growing pauses, at most so often: then by hand. */
export const refundTriesMax = 12;

export const settings = numbers({
  cardOpenMinutes: {
    env: 'PAYMENT_CARD_OPEN_MINUTES',
    default: 30,
    min: 5,
    max: 120,
    unit: 'minutes',
    id: 'PAY-12',
    says: 'How long the provider keeps a card payment open.',
  },
  mybankOpenMinutes: {
    env: 'PAYMENT_MYBANK_OPEN_MINUTES',
    default: 60,
    min: 5,
    max: 120,
    unit: 'minutes',
    id: 'PAY-12',
    says: 'How long the provider keeps a MyBank payment open.',
  },
  satispayOpenMinutes: {
    env: 'PAYMENT_SATISPAY_OPEN_MINUTES',
    default: 60,
    min: 5,
    max: 120,
    unit: 'minutes',
    id: 'PAY-12',
    says: 'How long a Satispay payment can be approved; the provider is told so when it is opened.',
  },
  contributionMinCents: {
    env: 'PAYMENT_CONTRIBUTION_MIN_CENTS',
    default: 5_000,
    min: 100,
    max: 1_000_000,
    unit: 'euro cents',
    id: 'PAY-1',
    says: 'The least that can be added to a life contract at a time.',
  },
  contributionMaxCents: {
    env: 'PAYMENT_CONTRIBUTION_MAX_CENTS',
    default: 5_000_000,
    min: 1_000,
    max: 100_000_000,
    unit: 'euro cents',
    id: 'PAY-1',
    says: 'The most that can be added to a life contract at a time.',
  },
  refundDueDays: {
    env: 'PAYMENT_REFUND_DUE_DAYS',
    default: 14,
    min: 1,
    max: 60,
    unit: 'days',
    id: 'PAY-11',
    says: 'Within how many days a refund that the provider cannot make is made by transfer.',
  },
});

/** PAY-12. How long a payment by this method stays open at its provider. */
export const openMinutes = {
  card: settings.cardOpenMinutes,
  mybank: settings.mybankOpenMinutes,
  satispay: settings.satispayOpenMinutes,
} as const;

/** The state page: how far back it looks, and after how long without another an unanswered opening is forgotten. */
export const vitalWindowSeconds = 1_800;
export const troubleOverSeconds = 300;

/** What is to pay beyond so many is not for a glance at Home: it says so, and leads to the page of payments. */
export const soonestMax = 24;
