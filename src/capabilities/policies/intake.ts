// Products, policies, roles, coverages, goods and payables as the core system sends them. INT-1
import { z } from 'zod';
import type { Intake } from '#kernel/intake.ts';
import { centsField, coreRow, dayField, keyOf, textsField } from '#kernel/row.ts';
import {
  intoCoverages,
  intoGoods,
  intoPayables,
  intoPolicies,
  intoProducts,
  intoRoles,
} from './intake-store.server.ts';
import { goodKinds, lines, payableKinds, payableStates, policyStates, roles } from './rules.ts';

const valuation = z.object({
  on: dayField,
  surrenderCents: centsField.optional(),
  benefits: z.array(z.object({ names: textsField, cents: centsField })).max(20),
  paidInCents: centsField,
  units: z
    .array(
      z.object({
        fund: z.string().min(1),
        units: z.number().positive(),
        priceCents: centsField,
        on: dayField,
        cents: centsField,
      }),
    )
    .max(50)
    .optional(),
  history: z
    .array(z.object({ on: dayField, valueCents: centsField, paidInCents: centsField }))
    .max(400)
    .optional(),
});

const textLists = z.object({ it: z.array(z.string()), en: z.array(z.string()), de: z.array(z.string()) });

const product = coreRow({
  line: z.enum(lines),
  names: textsField,
  takesContributions: z
    .boolean()
    .default(false)
    .meta({ description: 'May customers add to it when they like (life, savings, pension)? PAY-1' }),
});
const policy = coreRow({
  number: z.string().regex(/^\d{6,20}$/, 'is not a policy number of 6 to 20 digits'),
  product: keyOf('products'),
  agency: keyOf('agencies'),
  state: z.enum(policyStates),
  startsOn: dayField,
  endsOn: dayField.nullable(),
  renews: z.boolean(),
  instalmentsPerYear: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(12)]),
  annualPremiumCents: centsField,
  iotCents: centsField.default(0),
  suspendedSince: dayField.optional(),
  suspendedBecause: textsField.optional(),
  valuation: valuation.optional(),
}).refine((row) => row.deleted || row.state !== 'suspended' || (row.suspendedSince && row.suspendedBecause), {
  path: ['suspendedSince'],
  message: 'is missing: a suspended cover says since when and why (POL-13)',
});
const role = coreRow({ policy: keyOf('policies'), party: keyOf('parties'), role: z.enum(roles) });
const coverage = coreRow({
  policy: keyOf('policies'),
  position: z.number().int().min(1).max(999),
  names: textsField,
  summaries: textsField,
  sumInsuredCents: centsField.optional(),
  limitCents: centsField.optional(),
  deductibleCents: centsField.optional(),
  deductiblePercent: z.number().min(0).max(100).optional(),
  exclusions: textLists.optional(),
  article: z.string().max(80).optional(),
});
const good = coreRow({
  policy: keyOf('policies'),
  kind: z.enum(goodKinds),
  name: z.string().min(1).max(200),
  plate: z
    .string()
    .regex(/^[A-Z0-9]{5,8}$/, 'is not a plate')
    .optional(),
  details: z.record(z.string(), z.string()),
});
const payable = coreRow({
  policy: keyOf('policies'),
  kind: z.enum(payableKinds),
  amountCents: centsField.min(1),
  iotCents: centsField.default(0),
  dueOn: dayField,
  coversFrom: dayField.optional(),
  coversUntil: dayField.optional(),
  isPayableOnline: z.boolean(),
  state: z.enum(payableStates),
  paidOn: dayField.optional(),
})
  .refine((row) => row.deleted || row.state !== 'paid' || row.paidOn, {
    path: ['paidOn'],
    message: 'is missing on a paid row',
  })
  .refine((row) => row.deleted || row.iotCents <= row.amountCents, {
    path: ['iotCents'],
    message: 'is more than the whole amount',
  });

/** What happened to a payable of a customer, told by the core system. */
const payableChanges = (rows: readonly z.infer<typeof payable>[]) =>
  rows.map((row) => ({
    type: row.deleted ? 'policy.payable.withdrawn' : `policy.payable.${row.state}`,
    subject: row.deleted ? row.key : row.policy,
    facts: { payable: row.key },
  }));

export const productIntake: Intake<z.infer<typeof product>> = {
  entity: 'products',
  schema: product,
  ...intoProducts,
};
export const policyIntake: Intake<z.infer<typeof policy>> = {
  entity: 'policies',
  schema: policy,
  foresee: intoPolicies.foresee,
  async merge(tx, rows, foreseen) {
    const result = await intoPolicies.merge(tx, rows, foreseen);
    return {
      ...result,
      changes: result.writtenRows.map((row) => ({
        type: row.deleted ? 'policy.ended' : `policy.${row.state}`,
        subject: row.key,
        facts: {},
      })),
    };
  },
};
export const roleIntake: Intake<z.infer<typeof role>> = { entity: 'roles', schema: role, ...intoRoles };
export const coverageIntake: Intake<z.infer<typeof coverage>> = {
  entity: 'coverages',
  schema: coverage,
  ...intoCoverages,
};
export const goodIntake: Intake<z.infer<typeof good>> = { entity: 'goods', schema: good, ...intoGoods };
export const payableIntake: Intake<z.infer<typeof payable>> = {
  entity: 'payables',
  schema: payable,
  foresee: intoPayables.foresee,
  async merge(tx, rows, foreseen) {
    const result = await intoPayables.merge(tx, rows, foreseen);
    return { ...result, changes: payableChanges(result.writtenRows) };
  },
};
