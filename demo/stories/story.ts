// What the contracts of the cast have in common, so that each story says only what is its own.
import type { Day } from '#kernel/days.ts';
import { plusMonths } from '../calendar.ts';
import type { CastMember } from '../cast.ts';
import { type Contract, type Good, writeContract } from '../contracts/contract.ts';
import type { ProductKey } from '../insurer/products.ts';
import type { Book } from '../rows.ts';
import { type Around, payablesAround } from './payables.ts';

export type Story = Pick<Contract, 'key' | 'number' | 'risk' | 'goods'> & {
  product: ProductKey;
  holder: CastMember;
  around: Around;
} & Partial<Pick<Contract, 'roles' | 'iotCents'>>;

/** A contract of one year that is renewed on the due day of its payable, or half a year after it. */
export function writeYearly(book: Book, story: Story, endsOn: Day = story.around.dueOn): void {
  const { holder, around, ...contract } = story;
  writeContract(book, {
    ...contract,
    agency: holder.agency,
    roles: story.roles ?? rolesOf(holder),
    startsOn: plusMonths(endsOn, -12),
    endsOn,
    renews: true,
    instalmentsPerYear: around.perYear,
    annualPremiumCents: around.amountCents * around.perYear,
    payables: payablesAround(around),
  });
}

export const rolesOf = (holder: Pick<CastMember, 'key'>): Contract['roles'] => [
  { party: holder.key, role: 'policyholder' },
  { party: holder.key, role: 'insured' },
];

export const vehicle = (name: string, plate: string, details: Record<string, string>): Good => ({
  kind: 'vehicle',
  name,
  plate,
  details,
});

/** The home of somebody, or another building. */
export const building = (
  at: Pick<CastMember, 'street' | 'postcode' | 'municipality' | 'province'>,
  more: Record<string, string>,
): Good => ({
  kind: 'building',
  name: `${at.street}, ${at.municipality}`,
  details: { street: at.street, postcode: at.postcode, municipality: at.municipality, province: at.province, ...more },
});
