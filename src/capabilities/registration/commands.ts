// From a contact to an account, one step a page. [REG-3] [REG-4] [REG-5] [REG-7] [REG-10] [REG-11]
import {
  type AccessReason,
  type AtTheDoor,
  browserOf,
  createAccount,
  hashPassword,
  judgePassword,
  startSession,
} from '#capabilities/access/index.ts';
import { type CodeReason, check, endSends, mayResend, readLink } from '#capabilities/codes/index.ts';
import { claim, emailsOf, freeClaims, type InUse } from '#capabilities/contacts/index.ts';
import { matchFiscalId } from '#capabilities/parties/index.ts';
import { assert } from '#kernel/assert.ts';
import { audit } from '#kernel/audit.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { record } from '#kernel/outbox.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { answerTo } from './holders.ts';
import {
  type Answer,
  afterWrongFiscalId,
  elsewhere,
  gone,
  impossible,
  needsFiscalId,
  type RegistrationReason,
  type Step,
  tooSoon,
} from './rules.ts';
import { settings } from './settings.ts';
import {
  countFiscalTry,
  insertRegistration,
  lockRegistration,
  newestAskedIn,
  openFor,
  provenIn,
  type Registration,
  registrationOfSend,
  waitForContact,
  writeCompleted,
  writeEnded,
  writeParty,
  writeProven,
} from './store.server.ts';
import { decideRegistration } from './tasks.ts';
import { askedWithin } from './views.ts';

/** A contact that may become a username, normalised. */
export type TypedUsername = { kind: 'email' | 'mobile'; value: string };

/** Asks for a message. One row and an answer, whoever it is: looking up and sending come after the commit (REG-6). */
export async function askRegistration(context: Context, viewer: AtTheDoor, input: TypedUsername): Promise<void> {
  await transaction(context, async (tx) => {
    const registrationId = await insertRegistration(tx, {
      browserId: browserOf(viewer),
      value: input.value,
      kind: input.kind,
      language: viewer.language,
      address: viewer.address,
    });
    await tx.tasks.add(tx, decideRegistration, { registrationId }, { tryNow: true, isApart: true });
  });
}

/** Another message for the contact that this browser asked for last. */
export async function askAgain(
  context: Context,
  viewer: AtTheDoor,
): Promise<Outcome<undefined, CodeReason | RegistrationReason>> {
  const last = await newestAskedIn(context, browserOf(viewer), askedWithin(context));
  if (!last) return no(gone);
  const soon = mayResend(last.createdAt, context.clock.now());
  if (!soon.ok) return soon;
  await askRegistration(context, viewer, last);
  return yes(undefined);
}

/** The four digits: right only in the browser that asked for the newest message of the contact (REG-4). */
export async function giveCode(
  context: Context,
  viewer: AtTheDoor,
  input: { code: string },
): Promise<Outcome<undefined, CodeReason | RegistrationReason>> {
  const browserId = browserOf(viewer);
  const asked = await newestAskedIn(context, browserId, askedWithin(context));
  if (!asked) return no(gone);
  if (asked.state === 'asked') return no(tooSoon);
  return transaction(context, async (tx) => {
    await waitForContact(tx, asked.value);
    const open = await openFor(tx, asked.value);
    if (open && open.browserId !== browserId) return no(elsewhere);
    // A contact about which nothing was ever sent, and one whose limits are used up, have a subject without codes.
    const subject = open?.subject ?? asked.publicId;
    const checked = await check(tx, { purpose: 'registration', subject, code: input.code });
    if (!checked.ok) return checked;
    assert(open, 'a code of no registration');
    await writeProven(tx, { id: open.id, by: 'code', browserId, partyId: undefined });
    return yes(undefined);
  });
}

/** The button of the link's page: the contact is proven, in the browser that pressed it (REG-10). */
export async function followLink(
  context: Context,
  viewer: AtTheDoor,
  input: { token: string },
): Promise<Outcome<Step, CodeReason | RegistrationReason>> {
  const before = await registrationBehind(context, input.token);
  if (!before.ok) return before;
  return transaction(context, async (tx) => {
    await waitForContact(tx, before.value.value);
    const behind = await registrationBehind(tx, input.token);
    if (!behind.ok) return behind;
    const answer = await answerTo(tx, behind.value.value);
    if (answer.kind !== 'possible') return no(impossible);
    const isShared = needsFiscalId('link', answer.isShared);
    const partyId = isShared ? undefined : answer.candidates[0]?.partyId;
    await writeProven(tx, { id: behind.value.id, by: 'link', browserId: browserOf(viewer), partyId });
    return yes(partyId ? 'password' : 'fiscal_id');
  });
}

/** The registration of a link that still works. */
async function registrationBehind(context: Context, token: string): Promise<Outcome<Registration, CodeReason>> {
  const link = await readLink(context, 'registration', token);
  if (!link.ok) return link;
  const registration = await registrationOfSend(context, link.value);
  assert(registration, 'a link of a registration that is not there');
  return yes(registration);
}

/** Codice fiscale or partita IVA of who registers; a wrong one reveals nothing and only so many are taken (REG-5). */
export async function giveFiscalId(
  context: Context,
  viewer: AtTheDoor,
  input: { fiscalId: string },
): Promise<Outcome<undefined, RegistrationReason>> {
  const proven = await provenIn(context, browserOf(viewer));
  if (!proven) return no(gone);
  return transaction(context, async (tx) => {
    const registration = await lockRegistration(tx, proven.id);
    if (registration.state !== 'proven') return no(gone);
    const candidates = candidatesOf(await answerTo(tx, registration.value));
    const partyId = await matchFiscalId(
      tx,
      candidates.map((one) => one.partyId),
      input.fiscalId,
    );
    if (partyId) {
      await writeParty(tx, registration.id, partyId);
      return yes(undefined);
    }
    const tries = await countFiscalTry(tx, registration.id);
    const reason = afterWrongFiscalId(tries, tx.settings.value(settings.fiscalTriesMax));
    if (reason.code === 'registration.no_tries') await end(tx, registration);
    return no(reason);
  });
}

const candidatesOf = (answer: Answer) => (answer.kind === 'possible' ? answer.candidates : []);

/** Over: neither its code nor its link leads on; a new message does (REG-11). */
async function end(tx: Transaction, registration: Registration): Promise<void> {
  await writeEnded(tx, registration.id);
  if (registration.subject) await endSends(tx, { purpose: 'registration', subject: registration.subject });
}

type CompleteReason = AccessReason | RegistrationReason | InUse;

/** The password opens the account: signed in, and this browser is known (ACC-11). */
export async function complete(
  context: Context,
  viewer: AtTheDoor,
  input: { password: string },
): Promise<Outcome<{ token: string }, CompleteReason>> {
  const browserId = browserOf(viewer);
  const proven = await provenIn(context, browserId);
  if (!proven?.partyId) return no(gone);
  const { partyId, value } = proven;
  const contacts = [value, ...(await emailsOf(context, partyId))];
  const judged = await judgePassword(context, { password: input.password, partyId, contacts });
  if (!judged.ok) return judged;
  const hashed = await hashPassword(context, input.password);
  if (!hashed.ok) return hashed;
  return transaction(context, async (tx) => {
    await waitForContact(tx, value);
    const registration = await lockRegistration(tx, proven.id);
    if (registration.state !== 'proven' || registration.partyId !== partyId) return no(gone);
    const candidate = candidatesOf(await answerTo(tx, value)).find((one) => one.partyId === partyId);
    if (!candidate) return no(impossible);
    const username = { contactId: candidate.contactId, value };
    const opened = await openAccount(tx, { partyId, username, passwordHash: hashed.value, browserId });
    if (!opened.ok) return opened;
    const { accountId } = opened.value;
    await writeCompleted(tx, { ...registration, accountId });
    if (registration.subject) await endSends(tx, { purpose: 'registration', subject: registration.subject });
    const session = await startSession(tx, { accountId, browserId, profileId: partyId });
    await audit(tx, viewer, { act: 'registration.completed', accountId, partyId });
    return yes(session);
  });
}

export type Opening = {
  partyId: string;
  username: { contactId: string; value: string };
  passwordHash: string;
  /** Known from now on; nothing when no browser took part. */
  browserId?: string;
};

/**
 * Opens the account of a party with a contact of its own as username. Of two at once for one contact or one party the
 * database lets one through.
 */
export async function openAccount(
  tx: Transaction,
  { partyId, username, passwordHash, browserId }: Opening,
): Promise<Outcome<{ accountId: string }, InUse | AccessReason>> {
  const accountId = newId(Date.parse(tx.clock.now()));
  const claimed = await claim(tx, { accountId, ...username, role: 'username' });
  if (!claimed.ok) return claimed;
  const created = await createAccount(tx, { accountId, partyId, passwordHash, ...(browserId && { browserId }) });
  if (!created.ok) {
    await freeClaims(tx, accountId);
    return created;
  }
  await record(tx, { type: 'account.opened', subject: accountId, partyId, facts: {} });
  return yes({ accountId });
}
