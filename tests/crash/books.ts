// What must hold of a payable when nothing more can happen to it, however it came there. Each fault is a sentence.
import type { Story } from './matrix.ts';
import type { CrashWorld, Order, Payer } from './world.ts';

type PaymentRow = { id: string; state: string; operation_id: string };
type AttemptRow = {
  id: string;
  payment_id: string;
  provider: string;
  method: string;
  reference: string;
  state: string;
  next_look_at: string | null;
};
type BookRow = { key: string; attempt_id: string; account: string; amount_cents: number };
type RefundRow = {
  id: string;
  payment_id: string;
  attempt_id: string;
  provider_payment_id: string;
  amount_cents: number;
  state: 'asked' | 'done' | 'due';
  due_by: string | null;
  code: string | null;
};
type MessageRow = {
  kind: string;
  state: string;
  destination: string;
  payment: string | null;
  attachment: string | null;
};

/** Everything that is wrong; an empty list is what is hoped for. `isRefused`: mail server or SMS provider took nothing for a while. */
export async function faultsOf(
  world: CrashWorld,
  payer: Payer,
  story: Story,
  { isRefused = false } = {},
): Promise<string[]> {
  const of = <Row>(statement: string) => world.rows<Row>(statement, [payer.payable.id]);
  const attemptsOf =
    'select a.id from payment_attempts a join payments p on p.id = a.payment_id where p.payable_id = $1';
  const [payments, attempts, books, refunds, orders] = await Promise.all([
    of<PaymentRow>('select id, state, operation_id from payments where payable_id = $1'),
    of<AttemptRow>(
      'select a.* from payment_attempts a join payments p on p.id = a.payment_id where p.payable_id = $1 order by a.id',
    ),
    of<BookRow>(
      `select t.key, t.attempt_id, e.account, e.amount_cents from ledger_transactions t
       join ledger_entries e on e.transaction_id = t.id where t.attempt_id in (${attemptsOf})`,
    ),
    of<RefundRow>(`select *, reason->>'code' as code from refunds where attempt_id in (${attemptsOf})`),
    world.orders(),
  ]);
  const orderOf = new Map(orders.map((order) => [order.reference, order]));
  const messages = await world.rows<MessageRow>(
    `select kind, state, destination, facts->>'payment' as payment, facts->>'attachment' as attachment
     from messages where party_id = $1 or facts->>'payment' = any($2)`,
    [payer.partyId, payments.map((payment) => payment.id)],
  );
  const faults = [
    ...outcome(payments, attempts, refunds, orderOf, payer, story),
    ...attempts.flatMap((attempt) => sameBooks(attempt, orderOf.get(attempt.reference), books)),
    ...refunds.flatMap((refund) => givenBack(refund, books, attempts, orderOf)),
    ...owed(books, refunds),
    ...leftOpen(payments, attempts, refunds),
    ...(await strangers(world, orders)),
    ...(await receipts(world, payer, payments, messages)),
    ...(await told(world, payer, payments, refunds, messages, isRefused)),
    ...(await confirmations(world, payer, payments)),
    ...(await leftovers(world, payer)),
  ];
  return faults;
}

/** Who has the money in the end, and for how many payments. */
function outcome(
  payments: readonly PaymentRow[],
  attempts: readonly AttemptRow[],
  refunds: readonly RefundRow[],
  orderOf: ReadonlyMap<string, Order>,
  payer: Payer,
  story: Story,
): string[] {
  const faults: string[] = [];
  const paid = payments.filter((payment) => payment.state === 'paid').length;
  const wanted = story === 'withdrawn' ? 0 : 1;
  if (paid !== wanted) faults.push(`${paid} payments are paid instead of ${wanted}`);
  const orders = attempts.flatMap((attempt) => orderOf.get(attempt.reference) ?? []);
  const held = orders.reduce((sum, order) => sum + order.capturedCents - order.refundedCents, 0);
  // A transfer that cannot be taken back stays at the provider until somebody makes another one.
  const due = refunds.filter((refund) => refund.state === 'due').reduce((sum, refund) => sum + refund.amount_cents, 0);
  if (held !== wanted * payer.payable.amountCents + due) faults.push(`the providers hold ${held} cents, ${due} due`);
  return faults;
}

const heldBy = (books: readonly BookRow[], of: (row: BookRow) => boolean): number =>
  books.filter(of).reduce((sum, row) => sum + row.amount_cents, 0);

/** Each movement of the provider is in the books once, with its amount, and nothing else is. */
function sameBooks(attempt: AttemptRow, order: Order | undefined, books: readonly BookRow[]): string[] {
  const mine = books.filter((row) => row.attempt_id === attempt.id);
  const ours = mine.filter((row) => row.account.startsWith('provider:'));
  const theirs = (order?.operations ?? [])
    .filter((operation) => operation.result === 'EXECUTED' || operation.result === 'ACCEPTED')
    .map((operation) =>
      operation.type === 'REFUND'
        ? `returned:${order?.provider}:${operation.id} ${-operation.amountCents}`
        : `received:${order?.provider}:${operation.id} ${operation.amountCents}`,
    );
  const listed = ours.map((row) => `${row.key} ${row.amount_cents}`);
  const faults: string[] = [];
  if (theirs.sort().join() !== listed.sort().join()) {
    faults.push(`${attempt.reference}: the provider has [${theirs.join()}], the books have [${listed.join()}]`);
  }
  const sum = heldBy(mine, () => true);
  if (sum !== 0) faults.push(`${attempt.reference}: the books sum to ${sum} instead of zero`);
  const held = heldBy(ours, () => true);
  const there = order ? order.capturedCents - order.refundedCents : 0;
  if (held !== there) faults.push(`${attempt.reference}: the books say ${held}, the provider ${there}`);
  return faults;
}

/** A refund has a reason, stands for money that was owed, and is done at the provider or due on a day. */
function givenBack(
  refund: RefundRow,
  books: readonly BookRow[],
  attempts: readonly AttemptRow[],
  orderOf: ReadonlyMap<string, Order>,
): string[] {
  const faults: string[] = [];
  const name = `the refund of ${refund.provider_payment_id}`;
  if (!refund.code?.startsWith('payments.return_')) faults.push(`${name} has no reason`);
  const attempt = attempts.find((one) => one.id === refund.attempt_id);
  const received = books.filter((row) => row.key === `received:${attempt?.provider}:${refund.provider_payment_id}`);
  if (heldBy(received, (row) => row.account === 'to_return') !== -refund.amount_cents) {
    faults.push(`${name} was never owed`);
  }
  const made = (orderOf.get(attempt?.reference ?? '')?.operations ?? []).filter(
    (operation) => operation.type === 'REFUND' && operation.refundOf === refund.provider_payment_id,
  );
  const cents = made.reduce((sum, operation) => sum + operation.amountCents, 0);
  if (refund.state === 'done' && (made.length !== 1 || cents !== refund.amount_cents)) {
    faults.push(`${name} was made ${made.length} times, ${cents} cents`);
  }
  if (refund.state === 'due' && (refund.due_by === null || cents !== 0)) faults.push(`${name} is due wrongly`);
  if (attempt?.method === 'mybank' && refund.state !== 'due') faults.push(`${name} is ${refund.state}, and was MyBank`);
  return faults;
}

/** Money that is not kept is owed back by exactly one refund. */
function owed(books: readonly BookRow[], refunds: readonly RefundRow[]): string[] {
  return books
    .filter((row) => row.account === 'to_return' && row.key.startsWith('received:'))
    .flatMap((row) => {
      const movement = row.key.split(':').slice(2).join(':');
      const count = refunds.filter((refund) => refund.provider_payment_id === movement).length;
      return count === 1 ? [] : [`${movement} is owed back by ${count} refunds`];
    });
}

function leftOpen(
  payments: readonly PaymentRow[],
  attempts: readonly AttemptRow[],
  refunds: readonly RefundRow[],
): string[] {
  const isByHand = (attempt: AttemptRow) =>
    refunds.some((refund) => refund.attempt_id === attempt.id && refund.state === 'due');
  return [
    ...payments.filter((payment) => payment.state === 'open').map((payment) => `payment ${payment.id} is still open`),
    ...refunds.filter((refund) => refund.state === 'asked').map((refund) => `refund ${refund.id} is still asked for`),
    ...attempts
      .filter((attempt) => !isByHand(attempt))
      .filter(
        (attempt) =>
          ['confirmed', 'started', 'unknown', 'returning'].includes(attempt.state) || attempt.next_look_at !== null,
      )
      .map((attempt) => `attempt ${attempt.reference} is ${attempt.state}, looked at on ${attempt.next_look_at}`),
  ];
}

/** An order at the provider that no attempt of ours has named. */
async function strangers(world: CrashWorld, orders: readonly Order[]): Promise<string[]> {
  const rows = await world.rows<{ reference: string }>('select reference from payment_attempts');
  const known = new Set(rows.map((row) => row.reference));
  return orders.filter((order) => !known.has(order.reference)).map((order) => `nobody knows order ${order.reference}`);
}

/** One receipt with an intact file per paid payment, and none of any other. */
async function receipts(
  world: CrashWorld,
  payer: Payer,
  payments: readonly PaymentRow[],
  messages: readonly MessageRow[],
): Promise<string[]> {
  const faults: string[] = [];
  const rows = await world.rows<{
    payment_id: string;
    sent_to: string | null;
    storage_key: string;
    sha256: Buffer;
    bytes: number;
  }>(
    `select r.payment_id, r.sent_to, d.storage_key, d.sha256, d.bytes from receipts r left join documents d on d.id = r.document_id
     where r.payment_id = any($1)`,
    [payments.map((payment) => payment.id)],
  );
  const documents = await world.rows<{ id: string }>(
    "select id from documents where party_id = $1 and kind = 'receipt'",
    [payer.partyId],
  );
  const paid = payments.filter((payment) => payment.state === 'paid');
  if (documents.length !== paid.length) faults.push(`${documents.length} receipts for ${paid.length} payments`);
  for (const payment of paid) {
    const mine = rows.filter((row) => row.payment_id === payment.id);
    const [receipt] = mine;
    if (mine.length !== 1 || !receipt?.storage_key) {
      faults.push(`payment ${payment.id} has ${mine.length} receipts`);
      continue;
    }
    const file = await world.context.ports.storage.read({ key: receipt.storage_key, sha256: receipt.sha256 });
    if (file.kind !== 'intact') faults.push(`the receipt of ${payment.id} is ${file.kind}`);
    if (receipt.sent_to !== (payer.email?.value ?? null)) {
      faults.push(`the receipt of ${payment.id} went to ${receipt.sent_to}`);
    }
    const said = messages.filter((one) => one.kind === 'payments.received' && one.payment === payment.id);
    const isAttached = Boolean(said[0]?.attachment) === Boolean(payer.email);
    if (said.length !== 1 || !isAttached) faults.push(`payment ${payment.id} was told ${said.length} times`);
  }
  for (const row of rows.filter((one) => !paid.some((payment) => payment.id === one.payment_id))) {
    faults.push(`${row.payment_id} has a receipt and is not paid`);
  }
  return faults;
}

/** Whoever has to hear of something hears of it once. */
async function told(
  world: CrashWorld,
  payer: Payer,
  payments: readonly PaymentRow[],
  refunds: readonly RefundRow[],
  messages: readonly MessageRow[],
  isRefused: boolean,
): Promise<string[]> {
  const faults: string[] = [];
  const paid = payments.filter((payment) => payment.state === 'paid').length;
  // What the other side refuses for good is not tried again; everything else has left in the end.
  const left = (one: MessageRow) => one.state === 'sent' || (isRefused && one.state === 'failed');
  for (const one of messages.filter((message) => !left(message))) faults.push(`a message ${one.kind} is ${one.state}`);
  if (payer.email && !isRefused) {
    // A mail server cannot be asked whether it took a message, so a second copy may come; it carries the same number.
    const arrived = (await world.inbox(payer.email.value)).filter((mail) => mail.attachments.length > 0);
    const different = new Set(arrived.map((mail) => mail.messageId)).size;
    if (different !== paid) faults.push(`${different} receipts arrived by e-mail for ${paid} payments`);
  }
  for (const { payment_id: payment, state } of refunds) {
    const ways = {
      done: ['payments.giving_back', 'payments.given_back'],
      due: ['payments.refund_due', 'payments.refund_due_support'],
      asked: [],
    }[state];
    const all = messages.filter((one) => one.payment === payment && !/\.(received|pending|not_paid)$/.test(one.kind));
    const kinds = all.map((one) => one.kind).sort();
    if (kinds.join() !== ways.toSorted().join())
      faults.push(`payment ${payment}, refund ${state}: told ${kinds.join()}`);
  }
  return faults;
}

/** One attestation and one payment per executed operation, and none of any other. */
async function confirmations(world: CrashWorld, payer: Payer, payments: readonly PaymentRow[]): Promise<string[]> {
  const rows = await world.rows<{ id: string; state: string; attested: number; told: number }>(
    `select o.id, o.state,
       (select count(*)::int from attestations a where a.operation_id = o.id) as attested,
       (select count(*)::int from events e where e.type = 'confirmation.executed' and e.subject = o.public_id) as told
     from operations o where o.party_id = $1`,
    [payer.partyId],
  );
  const events = await world.rows<{ payment: string }>(
    `select facts->>'payment' as payment from events where type = 'policy.payable.paid' and party_id = $1`,
    [payer.partyId],
  );
  const faults = rows.flatMap(({ id, state, attested, told }) => {
    const wanted = state === 'executed' ? 1 : 0;
    const started = payments.filter((payment) => payment.operation_id === id).length;
    return attested === wanted && told === wanted && started === wanted
      ? []
      : [`operation ${id} is ${state} with ${attested} attestations, ${told} events, ${started} payments`];
  });
  const paid = payments.filter((payment) => payment.state === 'paid').length;
  if (events.length !== paid) faults.push(`${events.length} events say that it was paid, ${paid} payments are`);
  return faults;
}

/** What nobody has dealt with. */
async function leftovers(world: CrashWorld, payer: Payer): Promise<string[]> {
  const notices = await world.rows<{ reference: string }>(
    `select n.reference from payment_notices n join payment_attempts a on a.reference = n.reference
     join payments p on p.id = a.payment_id where p.payable_id = $1 and n.handled_at is null`,
    [payer.payable.id],
  );
  const jobs = await world.rows<{ task: string; state: string }>(
    "select data->>'task' as task, state::text from queue.job where name = 'tasks' and state <> 'completed'",
  );
  return [
    ...notices.map((notice) => `a notice of ${notice.reference} was never handled`),
    ...jobs.map((job) => `the task ${job.task} is ${job.state}`),
  ];
}
