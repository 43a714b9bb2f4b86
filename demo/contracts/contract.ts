// A contract as one value, and the rows that it becomes.
import type { Coverage, Risk } from '../insurer/coverage.ts';
import { type Product, type ProductKey, products } from '../insurer/products.ts';
import type { Book, PolicyRole, Rows } from '../rows.ts';
import type { Payable } from './schedule.ts';

export type Good = Omit<Rows['goods'], 'policy'>;

export type Contract = Omit<Rows['policies'], 'product' | 'agency' | 'state' | 'iotCents'> & {
  key: string;
  product: ProductKey;
  agency: string;
  state?: Rows['policies']['state'];
  iotCents?: number;
  roles: { party: string; role: PolicyRole }[];
  risk: Risk;
  goods: Good[];
  payables: Payable[];
};

/** Writes a contract with everything that hangs on it. */
export function writeContract(book: Book, contract: Contract): void {
  const { key, product, agency, roles, risk, goods, payables, state = 'active', iotCents = 0, ...policy } = contract;
  const name = key.slice('policy-'.length);
  book.write('policies', key, {
    ...policy,
    product: `product-${product}`,
    agency: `agency-${agency}`,
    state,
    iotCents,
  });
  roles.forEach((role, index) => {
    book.write('roles', `role-${name}-${index + 1}`, { policy: key, ...role });
  });
  writeCoverages(book, key, products[product], risk);
  goods.forEach((good, index) => {
    book.write('goods', `good-${name}-${index + 1}`, { policy: key, ...good });
  });
  payables.forEach(({ key: own, ...payable }, index) => {
    book.write('payables', own ?? `payable-${name}-${index + 1}`, { policy: key, ...payable });
  });
}

function writeCoverages(book: Book, policy: string, { coverages }: Product, risk: Risk): void {
  coverages
    .filter(({ from = 0 }) => from <= risk.tier)
    .forEach((coverage, index) => {
      book.write('coverages', `coverage-${policy.slice('policy-'.length)}-${index + 1}`, {
        policy,
        position: index + 1,
        names: coverage.names,
        summaries: coverage.summaries,
        ...(coverage.sumInsured ? { sumInsuredCents: coverage.sumInsured(risk) } : {}),
        ...(coverage.limit ? { limitCents: coverage.limit(risk) } : {}),
        ...deductibleOf(coverage, risk),
        ...(coverage.deductiblePercent ? { deductiblePercent: coverage.deductiblePercent } : {}),
        ...(coverage.exclusions ? { exclusions: coverage.exclusions } : {}),
        article: coverage.article,
      });
    });
}

/** A tier without a deductible says nothing about one. */
function deductibleOf({ deductible }: Coverage, risk: Risk): { deductibleCents?: number } {
  const deductibleCents = deductible?.(risk) ?? 0;
  return deductibleCents > 0 ? { deductibleCents } : {};
}
