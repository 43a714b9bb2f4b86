// What does this viewer see of this policy? [POL-1] [POL-2] [POL-4] [POL-6] [POL-10] [POL-13]
// Also the core's payables: kind, due day, amount, state. Whether one was paid here is known to `payments`.
import type { Capability } from '#kernel/capability.ts';
import { coverageIntake, goodIntake, payableIntake, policyIntake, productIntake, roleIntake } from './intake.ts';
import { tables } from './store.server.ts';

export { addContribution } from './contributions.ts';
export type { PersonJson as PersonOnPolicy } from './detail-store.server.ts';
export { type Missing, missingFor } from './missing.ts';
export {
  type PayableFacts,
  type PayablesInput,
  payableById,
  payableFactsOf,
  payableFor,
  payablesFor,
} from './payable-views.ts';
export {
  duePayables,
  listedPayables,
  ofPayingPolicies,
  type PayableRow,
  type PayingSought,
  paidPayables,
  payableRows,
} from './payables-store.server.ts';
export { type PayingPolicy, payingPolicies, payingPolicyFor, payingProducts } from './paying.ts';
export { partiesWithRole, rolesOnPolicy } from './roles-store.server.ts';
export type { Section } from './rules/sections.ts';
export type { Texts, Valuation } from './rules/valuation.ts';
export {
  isLifeLine,
  isLine,
  type Line,
  lines,
  type PayableKind,
  type PayableState,
  type PolicyRole,
  type PolicyState,
} from './rules.ts';
export type { GoodJson as Good } from './store.server.ts';
export {
  type Coverage,
  detailFor,
  glanceFor,
  listFor,
  type PolicyDetail,
  type PolicyPage,
  type PolicyView,
  pageFor,
} from './views.ts';

export { type LookingAs, lineOrder, lookingAs } from './visible-store.server.ts';
export { say as policiesWords } from './words/say.ts';

export const capability: Capability = {
  name: 'policies',
  tables,
  intakes: [productIntake, policyIntake, roleIntake, coverageIntake, goodIntake, payableIntake],
};
