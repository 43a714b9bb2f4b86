import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Day, day, daysBetween, firstOfMonth, plusDays, plusMonths } from '#kernel/days.ts';
import { doubtsAbout, parseCodiceFiscale } from '#kernel/italian/codice-fiscale.ts';
import { parseEmail } from '#kernel/italian/emails.ts';
import { parsePhone, phoneKind } from '#kernel/italian/phones.ts';
import { type CastMember, type CastName, cast, castMembers, demoPassword } from './cast.ts';
import { generateDelivery } from './generate.ts';
import { type ReadDelivery, readDelivery, type Stored } from './read.ts';
import type { Line } from './rows.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const kept = new Map<string, Promise<ReadDelivery>>();
/** The cast alone, on a day. */
function deliveryOn(today: string): Promise<ReadDelivery> {
  const found = kept.get(today) ?? made(today);
  kept.set(today, found);
  return found;
}
async function made(today: string): Promise<ReadDelivery> {
  const folder = mkdtempSync(join(tmpdir(), 'cast-'));
  folders.push(folder);
  await generateDelivery({ customers: 0, seed: 1, today: day(today), folder });
  return readDelivery(folder);
}

/** An ordinary day, the two ends of a month, the end of February, a leap day, a clock change, the turn of the year. */
const days = [
  '2026-11-24',
  '2026-11-30',
  '2026-12-01',
  '2026-02-28',
  '2028-02-29',
  '2027-03-28',
  '2026-12-31',
  '2027-01-01',
];

const families: Record<Line, 'motor' | 'life' | 'other'> = {
  motor: 'motor',
  life: 'life',
  savings: 'life',
  pension: 'life',
  home: 'other',
  accident: 'other',
  health: 'other',
  business: 'other',
  pet: 'other',
};

/** Whether a payable can be paid online today: PAY-1 and PAY-2 in the words of the requirements. */
function isOpen(delivery: ReadDelivery, payable: Stored<'payables'>, today: Day): boolean {
  if (payable.state !== 'due' || !payable.isPayableOnline) return false;
  const policy = delivery.row('policies', payable.policy);
  const days = daysBetween(today, payable.dueOn);
  switch (families[delivery.row('products', policy.product).line]) {
    case 'motor':
      return days <= 40 && days >= -15;
    case 'life':
      return today >= firstOfMonth(payable.dueOn) && days >= -30;
    case 'other':
      return days <= 30;
  }
}

/** The payables of the contracts in which a party is policyholder that can be paid today. */
function openTo(delivery: ReadDelivery, party: CastMember, today: Day): Stored<'payables'>[] {
  const own = new Set(policiesOf(delivery, party, 'policyholder').map((policy) => policy.key));
  return delivery.rows('payables').filter((payable) => own.has(payable.policy) && isOpen(delivery, payable, today));
}

function policiesOf(delivery: ReadDelivery, party: Pick<CastMember, 'key'>, ...wanted: string[]): Stored<'policies'>[] {
  const roles = delivery.rows('roles').filter((role) => role.party === party.key && wanted.includes(role.role));
  return roles.map((role) => delivery.row('policies', role.policy));
}

const linesOf = (delivery: ReadDelivery, policies: Stored<'policies'>[]): string[] =>
  policies.map((policy) => delivery.row('products', policy.product).line).sort();

describe('the cast', () => {
  it('is everybody of the demo, registered or not as its table says', () => {
    const registered = castMembers.filter((member) => member.isRegistered).map((member) => member.name);
    expect(registered).toEqual([
      ...[
        'giulia',
        'marco',
        'elena',
        'sara',
        'bruno',
        'moretti',
        'ada',
        'luca',
        'nadia',
        'pietro',
        'irene',
        'karin',
        'franco',
      ],
    ]);
    const others = castMembers.filter((member) => !member.isRegistered).map((member) => member.name);
    expect(others).toEqual(['paolo', 'saraBusiness', 'tommaso', 'marta']);
  });

  it('has a password of at least twelve characters', () => {
    expect(demoPassword.length).toBeGreaterThanOrEqual(12);
  });

  it('every username is a contact of its party, and nobody else’s username or confirmation contact', () => {
    const used = castMembers.flatMap((member) =>
      [member.username, member.confirmationContact].filter((one) => one !== undefined),
    );
    expect(new Set(used).size).toBe(used.length);
    for (const { isRegistered, username, contacts, registeredDaysAgo } of castMembers) {
      expect(username !== undefined).toBe(isRegistered);
      expect(registeredDaysAgo !== undefined).toBe(isRegistered);
      if (username) expect(contacts.map((contact) => contact.value)).toContain(username);
    }
  });

  it('Giulia, Luca and Franco have chosen an eligible confirmation contact, the others have not', () => {
    const chosen = castMembers.filter((member) => member.confirmation);
    expect(chosen.map((member) => member.name)).toEqual(['giulia', 'luca', 'franco']);
    for (const { username, confirmationContact, contacts } of chosen) {
      expect(confirmationContact).not.toBe(username);
      expect(contacts.find((contact) => contact.value === confirmationContact)?.kind).not.toBe('landline');
    }
    expect(castMembers.filter((member) => !member.confirmation && member.confirmationContact)).toEqual([]);
  });

  it('[CON-8] all codes and contacts pass the check rules and agree with their persons', () => {
    for (const { codiceFiscale, givenName, familyName, birthDay, contacts } of castMembers) {
      const checked = parseCodiceFiscale(codiceFiscale ?? 'BNCGLI88C54D612C');
      if (!checked.ok) throw new Error(`${codiceFiscale}: ${checked.problem}`);
      if (codiceFiscale && givenName && familyName && birthDay) {
        expect(doubtsAbout(checked.value, { givenName, familyName, birthDay: day(birthDay) })).toEqual([]);
      }
      for (const { kind, value } of contacts) {
        const phone = kind === 'email' ? undefined : parsePhone(value);
        expect(phone ?? parseEmail(value)).toEqual({ ok: true, value });
        if (phone?.ok) expect(phoneKind(phone.value)).toBe(kind);
      }
    }
  });

  it.each(days)('on %s every key it names is in the delivery', async (today) => {
    const delivery = await deliveryOn(today);
    for (const { key, policies, payables, contacts } of castMembers) {
      expect(delivery.row('parties', key).key).toBe(key);
      for (const policy of Object.values(policies)) expect(delivery.row('policies', policy).key).toBe(policy);
      for (const payable of Object.values(payables)) expect(delivery.row('payables', payable).state).toBe('due');
      const stored = delivery.rows('contacts').filter((contact) => contact.party === key);
      expect(stored.map((contact) => contact.value)).toEqual(contacts.map((contact) => contact.value));
    }
  });
});

describe.each(days)('the stories on %s', (text) => {
  const today = day(text);
  const open = async (name: CastName) => {
    const delivery = await deliveryOn(text);
    return openTo(delivery, cast[name], today).map((payable) => payable.key);
  };

  it('Giulia has motor, home and life, and exactly one payable today: 312.40 due in six days', async () => {
    const delivery = await deliveryOn(text);
    expect(linesOf(delivery, policiesOf(delivery, cast.giulia, 'policyholder'))).toEqual(['home', 'life', 'motor']);
    expect(await open('giulia')).toEqual([cast.giulia.payables.motor]);
    const payable = delivery.row('payables', cast.giulia.payables.motor);
    expect(payable).toMatchObject({ amountCents: 31_240, dueOn: plusDays(today, 6), kind: 'instalment', iotCents: 0 });
    expect(delivery.row('policies', payable.policy).instalmentsPerYear).toBe(2);
    const good = delivery.rows('goods').find((one) => one.policy === payable.policy);
    expect(good).toMatchObject({ name: 'Fiat Panda', plate: 'GB482KL' });
  });

  it('Giulia’s life contract is worth what the end of its history says, and as much went in as was paid', async () => {
    const delivery = await deliveryOn(text);
    const { valuation, key } = delivery.row('policies', cast.giulia.policies.life);
    const { surrenderCents, paidInCents, history } = valuation ?? {};
    expect(history?.at(-1)).toEqual({ on: plusDays(today, -4), valueCents: surrenderCents, paidInCents });
    const paid = delivery.rows('payables').filter((one) => one.policy === key && one.state === 'paid');
    expect(paid.reduce((sum, one) => sum + one.amountCents, 0)).toBe(paidInCents);
  });

  it('Marco is insured by his employer and pays nothing; three people are in the plan', async () => {
    const delivery = await deliveryOn(text);
    expect(policiesOf(delivery, cast.marco, 'policyholder', 'insured')).toEqual([]);
    const [plan] = policiesOf(delivery, cast.marco, 'employer_insured');
    const roles = delivery.rows('roles').filter((role) => role.policy === plan?.key);
    expect(roles.map((role) => role.role)).toEqual([
      'policyholder',
      'employer_insured',
      'family_member',
      'family_member',
    ]);
    expect(
      delivery
        .rows('contacts')
        .filter((one) => one.party === cast.marco.key)
        .map((one) => one.origin),
    ).toEqual(['employer', 'employer']);
  });

  it('Elena and Paolo share an e-mail, which is nobody’s username', () => {
    expect(cast.elena.email).toBe(cast.paolo.email);
    expect(cast.elena.username).toBe(cast.elena.mobile);
    const usernames: (string | undefined)[] = castMembers.map((member) => member.username);
    expect(usernames).not.toContain(cast.paolo.email);
  });

  it('links: Sara trades as her business, Bruno owns Moretti, Ada represents Tommaso, a minor', async () => {
    const delivery = await deliveryOn(text);
    const links = delivery.rows('links').map((link) => `${link.from} ${link.kind} ${link.to}`);
    expect(links).toContain('party-sara trades_as party-sara-business');
    expect(links).toContain('party-bruno owns party-moretti');
    expect(links).toContain('party-ada represents party-tommaso');
    expect(delivery.row('parties', cast.saraBusiness.key)).toMatchObject({
      kind: 'sole_trader',
      codiceFiscale: cast.sara.codiceFiscale,
    });
    const { birthDay = today } = delivery.row('parties', cast.tommaso.key);
    expect(birthDay > plusMonths(today, -18 * 12)).toBe(true);
    expect(policiesOf(delivery, cast.tommaso, 'insured')).toHaveLength(1);
    expect(policiesOf(delivery, cast.tommaso, 'policyholder')).toEqual([]);
  });

  it('Moretti has three vehicles, a regularisation payable online and a completion that is not', async () => {
    const delivery = await deliveryOn(text);
    const goods = delivery.rows('goods').filter((good) => good.policy === cast.moretti.policies.fleet);
    expect(goods.map((good) => good.kind)).toEqual(['vehicle', 'vehicle', 'vehicle']);
    const { business, fleet, regularisation, completion } = cast.moretti.payables;
    expect((await open('moretti')).sort()).toEqual([business, fleet, regularisation].sort());
    expect(delivery.row('payables', completion)).toMatchObject({ kind: 'completion', isPayableOnline: false });
  });

  it('Luca can pay 1,000.00 and 1,000.01 on life lines today, and nothing else', async () => {
    const delivery = await deliveryOn(text);
    expect(linesOf(delivery, policiesOf(delivery, cast.luca, 'policyholder'))).toEqual(['life', 'pension', 'savings']);
    const { exactly1000, above1000 } = cast.luca.payables;
    expect((await open('luca')).sort()).toEqual([exactly1000, above1000].sort());
    expect(delivery.row('payables', exactly1000).amountCents).toBe(100_000);
    expect(delivery.row('payables', above1000).amountCents).toBe(100_001);
  });

  it('Franco can pay 2,000.00, 2,000.01, 5,000.00 and 5,000.01 on non-life today; one motor cover is suspended', async () => {
    const delivery = await deliveryOn(text);
    const payables = openTo(delivery, cast.franco, today);
    expect(payables.map((payable) => payable.amountCents).sort((one, other) => one - other)).toEqual([
      200_000, 200_001, 500_000, 500_001,
    ]);
    expect(new Set(payables.map((payable) => payable.key))).toEqual(new Set(Object.values(cast.franco.payables)));
    const suspended = delivery.row('policies', cast.franco.policies.suspended);
    expect(suspended).toMatchObject({ state: 'suspended', suspendedSince: plusDays(today, -45) });
    expect(suspended.suspendedBecause?.de).toBeTruthy();
  });

  it('Nadia has an e-mail as username, a landline, and something to pay', async () => {
    expect(cast.nadia.contacts.map((contact) => contact.kind)).toEqual(['email', 'landline']);
    expect(cast.nadia.username).toBe(cast.nadia.email);
    expect(await open('nadia')).toEqual([cast.nadia.payables.home]);
  });

  it('Irene has ended contracts only, all paid', async () => {
    const delivery = await deliveryOn(text);
    const policies = policiesOf(delivery, cast.irene, 'policyholder');
    expect(policies.map((policy) => policy.state)).toEqual(['ended', 'ended']);
    for (const policy of policies) expect(policy.endsOn && policy.endsOn < today).toBe(true);
    expect(await open('irene')).toEqual([]);
  });

  it('Karin reads German and pays a home instalment with a device in it; she has a pet too', async () => {
    const delivery = await deliveryOn(text);
    expect(delivery.row('parties', cast.karin.key).language).toBe('de');
    expect(linesOf(delivery, policiesOf(delivery, cast.karin, 'policyholder'))).toEqual(['home', 'pet']);
    expect(await open('karin')).toEqual([cast.karin.payables.home]);
    const { iotCents, policy } = delivery.row('payables', cast.karin.payables.home);
    expect(iotCents).toBe(2_400);
    expect(delivery.row('policies', policy).iotCents).toBe(4_800);
  });

  it('Pietro was last here over a year ago', () => {
    expect(cast.pietro.registeredDaysAgo).toBeGreaterThan(366);
    for (const member of castMembers) {
      if (member.name !== 'pietro') expect(member.registeredDaysAgo ?? 0).toBeLessThan(365);
    }
  });

  it('Sara’s motor window has not opened yet; Marta, who never registered, has something to pay', async () => {
    expect(await open('sara')).toEqual([]);
    expect(await open('marta')).toEqual([cast.marta.payables.motor]);
    expect(cast.marta.contacts.map((contact) => contact.kind)).toEqual(['email', 'mobile']);
  });
});
