// The fictional insurer, from nothing to people who can sign in: generate → import → accounts.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusedRows, runImport } from '#capabilities/integration/index.ts';
import { loadBanks } from '#capabilities/payments/index.ts';
import type { Program } from '#compose.ts';
import { today as todayOf } from '#kernel/clock.ts';
import { day, plusDays } from '#kernel/days.ts';
import { system } from '#kernel/viewer.ts';
import { type CastMember, cast, demoPassword } from '../../../../demo/cast.ts';
import { generateDelivery } from '../../../../demo/generate.ts';
import { demoBanks } from '../../../../demo/insurer/banks.ts';
import { openAccounts } from './accounts.ts';

export type FillOptions = {
  /** Ordinary customers around the cast. */
  customers: number;
  seed: number;
  /** The day all dates are placed around, `2026-11-24`; the day of the program's clock when not given. */
  today?: string | undefined;
  say: (line: string) => void;
};

/** Fills a migrated, empty database. */
export async function fill({ context }: Program, options: FillOptions): Promise<void> {
  const today = options.today ? day(options.today) : todayOf(context.clock);
  const folder = await mkdtemp(join(tmpdir(), 'sportello-delivery-'));
  try {
    options.say(`Making the fictional insurer: the cast and ${options.customers} more customers …`);
    await generateDelivery({ customers: options.customers, seed: options.seed, today, folder });
    const run = await runImport(context, system('demo'), { folder });
    if (!run.ok) throw new Error(`the delivery of the demo was not taken: ${run.reasons[0].code}`);
    const [refused] = await refusedRows(context, run.value.id, 1);
    if (refused) throw new Error(`a row of the demo was refused: ${JSON.stringify(refused)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  // Three weeks old, as such lists are.
  await loadBanks(context, system('demo'), { banks: demoBanks, day: plusDays(today, -21) });
  options.say(`Opened ${await openAccounts(context, today)} accounts.`);
}

/** Who can sign in, the password they share, and who could register: for the table that the demo prints. */
export const people = (): { password: string; rows: string[][]; newcomers: string[][] } => {
  const members = Object.values<CastMember>(cast);
  return {
    password: demoPassword,
    rows: members
      .filter((member) => member.isRegistered)
      .map((member) => [nameOf(member), member.username ?? '', member.story]),
    newcomers: members
      .filter((member) => !member.isRegistered && member.codiceFiscale && member.contacts.length > 0)
      .map((member) => [
        nameOf(member),
        member.codiceFiscale ?? '',
        member.contacts.map(({ value }) => value).join(', '),
      ]),
  };
};

const nameOf = (member: CastMember): string => member.businessName ?? `${member.givenName} ${member.familyName}`;
