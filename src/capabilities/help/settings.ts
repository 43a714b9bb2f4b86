import { numbers } from '#kernel/settings.ts';

export const settings = numbers({
  feedbackPerAddressHour: {
    env: 'HELP_FEEDBACK_PER_ADDRESS_HOUR',
    default: 60,
    min: 1,
    max: 1_000_000,
    unit: 'answers',
    id: 'HLP-1',
    says: 'Opinions about help answers kept from one network address in an hour; more are thanked for and not kept.',
  },
  feedbackWordsDays: {
    env: 'HELP_FEEDBACK_WORDS_DAYS',
    default: 365,
    min: 1,
    max: 3_650,
    unit: 'days',
    id: 'HLP-1',
    says: 'How long the words of an opinion about a help answer are kept.',
  },
});

/** HLP-1. What is searched for is cut to this length: nobody types more. */
export const searchMax = 100;
/** HLP-1. The longest words about an answer that are kept. */
export const opinionMax = 1_000;
/** HLP-1. How many answers a search shows. */
export const foundMax = 12;
/** How many of the newest words about an answer operators see at once. */
export const opinionsShown = 5;
/** How many other questions an answer leads to. */
export const relatedMax = 3;

/** A look at the state, or at the notice of the operators, serves everybody for so long. */
export const keptSeconds = 5;
/** A check that takes longer has failed: no reader waits for it. */
export const checkMilliseconds = 2_000;
/** A database that needs longer for nothing is slow. */
export const databaseSlowMilliseconds = 500;
/** How long a task that is due may wait until background work is called slow, or not working. */
export const taskLimits = { slow: 60, down: 600 } as const;
