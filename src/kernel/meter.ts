// What is measured: every number that operators can watch, by its name without `sportello_`. Labels are short words of
// ours, routes and states; never an address, a name, an id or anything else of a person.

type Kind = 'counter' | 'gauge' | 'histogram';
type Metric = { kind: Kind; help: string; labels: readonly string[]; buckets?: readonly number[] };

/** Seconds, from what nobody notices to what nobody waits for. */
const seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

export const metrics = {
  http_request_seconds: {
    kind: 'histogram',
    help: 'Requests answered, from their head to the end of the answer, by route.',
    labels: ['method', 'route', 'status'],
    buckets: seconds,
  },
  http_requests_under_way: { kind: 'gauge', help: 'Requests that are being answered now.', labels: [] },
  database_connections: {
    kind: 'gauge',
    help: 'Connections of this process to the database, and who waits for one.',
    labels: ['state'],
  },
  tasks_seconds: {
    kind: 'histogram',
    help: 'Tasks and schedules that were run by this process.',
    labels: ['task', 'outcome'],
    buckets: [...seconds, 120],
  },
  messages_total: {
    kind: 'counter',
    help: 'Tries to send a message by this process, by what came of them.',
    labels: ['kind', 'channel', 'outcome'],
  },
  codes_total: {
    kind: 'counter',
    help: 'The same for messages that carry a code: sent, failed for good, too late, or to be tried again.',
    labels: ['channel', 'outcome'],
  },
  messages: {
    kind: 'gauge',
    help: 'Messages that wait, and those of the last hour, by state.',
    labels: ['channel', 'state'],
  },
  messages_oldest_seconds: {
    kind: 'gauge',
    help: 'How long the oldest message waits that has not left.',
    labels: ['channel'],
  },
  payments: {
    kind: 'gauge',
    help: 'Payment attempts of the last hour, by outcome.',
    labels: ['provider', 'method', 'outcome'],
  },
  reconciliation_lag_seconds: {
    kind: 'gauge',
    help: 'How late the attempt is that should have been looked at first.',
    labels: [],
  },
  reconciliation_overdue: { kind: 'gauge', help: 'Attempts whose turn to be looked at has passed.', labels: [] },
  refunds: { kind: 'gauge', help: 'Refunds that are not made yet: asked, due by hand, overdue.', labels: ['state'] },
  queue_tasks: { kind: 'gauge', help: 'Tasks in the queue.', labels: ['queue', 'state'] },
  queue_age_seconds: { kind: 'gauge', help: 'How long the task waits that is due the longest.', labels: ['queue'] },
  import_rows: { kind: 'gauge', help: 'Rows of the newest delivery, by what became of them.', labels: ['result'] },
  import_rows_per_second: {
    kind: 'gauge',
    help: 'Rows a second of the newest delivery, over its whole time.',
    labels: [],
  },
  import_running: { kind: 'gauge', help: '1 while the newest delivery is being taken in.', labels: [] },
  import_age_seconds: { kind: 'gauge', help: 'Since the end of the newest delivery that was taken in.', labels: [] },
  vital: {
    kind: 'gauge',
    help: 'What the state page says of a part: 1 works, 0.5 slow, 0 down.',
    labels: ['name'],
  },
  scrape_failed: {
    kind: 'gauge',
    help: '1 when the numbers of this part could not be read, because the database was away or slow.',
    labels: ['part'],
  },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;
type Labelled<Name extends MetricName> = Record<(typeof metrics)[Name]['labels'][number], string>;
type Named<K extends Kind> = {
  [Name in MetricName]: (typeof metrics)[Name]['kind'] extends K ? Name : never;
}[MetricName];

/** What the program measures with; what is measured is not waited for. */
export type Meter = {
  count<Name extends Named<'counter'>>(name: Name, labels: Labelled<Name>): void;
  observe<Name extends Named<'histogram'>>(name: Name, labels: Labelled<Name>, seconds: number): void;
  add(name: Named<'gauge'>, by: number): void;
};

/** Nobody asked for numbers. */
export const noMeter: Meter = { count() {}, observe() {}, add() {} };

/** One number that is read when somebody asks for it. */
export type Figure = {
  [Name in Named<'gauge'>]: { name: Name; labels: Labelled<Name>; value: number };
}[Named<'gauge'>];

/** How far back the figures of what has ended look. */
export const figuresWindowSeconds = 3_600;

/** The only texts that may be a label: words and routes of ours. Digits in a row, `@` and spaces are somebody's data. */
const isOurs = (value: string): boolean =>
  /^[\w./()[\]-]{1,80}$/.test(value) && !/\d{4}/.test(value) && !/^[a-z]{6}\d\d[a-z]/i.test(value);

/** The value of a label, or `other`: a name, a contact, an id never becomes one by mistake. */
export const labelOf = (value: string): string => (isOurs(value) ? value : 'other');
