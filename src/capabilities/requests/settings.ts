// How soon a desk answers, and how much may be asked. [REQ-1] [REQ-2]
import { numbers } from '#kernel/settings.ts';

export const settings = numbers({
  supportAnswerDays: {
    env: 'SUPPORT_ANSWER_DAYS',
    default: 2,
    min: 1,
    max: 30,
    unit: 'working days',
    id: 'REQ-1',
    says: 'Working days within which support promises an answer.',
  },
  agencyAnswerDays: {
    env: 'AGENCY_ANSWER_DAYS',
    default: 2,
    min: 1,
    max: 30,
    unit: 'working days',
    id: 'REQ-2',
    says: 'Working days within which an agency promises an answer.',
  },
  contactCodeMinutes: {
    env: 'REQUEST_CODE_MINUTES',
    default: 15,
    min: 2,
    max: 60,
    unit: 'minutes',
    id: 'REQ-1',
    says: 'How long the code that verifies the contact of a support request is valid; then it is filed unverified.',
  },
  filingsPerAddressHour: {
    env: 'REQUESTS_PER_ADDRESS_HOUR',
    default: 30,
    min: 1,
    max: 1_000_000,
    unit: 'requests',
    id: 'REQ-1',
    says: 'Support requests that one network address (IPv6: one /64) may file in an hour without signing in.',
  },
  filingsPerBrowserHour: {
    env: 'REQUESTS_PER_BROWSER_HOUR',
    default: 5,
    min: 1,
    max: 1_000_000,
    unit: 'requests',
    id: 'REQ-1',
    says: 'Support requests that one browser may file in an hour without signing in.',
  },
  filingsOverallHour: {
    env: 'REQUESTS_OVERALL_HOUR',
    default: 2_000,
    min: 1,
    max: 10_000_000,
    unit: 'requests',
    id: 'REQ-1',
    says: 'Support requests that everybody together may file in an hour without signing in.',
  },
  linesPerAccountHour: {
    env: 'REQUEST_LINES_PER_ACCOUNT_HOUR',
    default: 20,
    min: 1,
    max: 1_000_000,
    unit: 'lines',
    id: 'REQ-2',
    says: 'Requests and further lines that one account, or the browser of a visitor, may write in an hour.',
  },
});

/** REQ-1. How long a text may be: a page and a half. */
export const textMax = 3_000;
/** REQ-1. How long a contact may be: the longest e-mail address (RFC 5321 §4.5.3.1.3). */
export const contactMax = 254;
/** The same text of the same person within these minutes is the same request: a button pressed twice. */
export const samePressMinutes = 10;
/** How long the browser that asked without signing in sees its requests listed. */
export const browserListDays = 30;
/** How many requests one list shows. */
export const listMax = 100;
/** How many lines of a thread are shown: the newest ones. */
export const threadMax = 200;
/** Where a desk's question stands in *Da fare*: after what is due or missing, before what is only useful. */
export const todoUrgency = 45;
/** An answer by SMS is cut to this length, two or three messages long; the page of the request has the whole of it. */
export const smsTextMax = 300;
