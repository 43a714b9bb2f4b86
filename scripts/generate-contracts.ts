// The published shapes of a delivery of the core system: JSON Schema from the same schemas that check every row.
import { z } from 'zod';
import type { Capability } from '../src/kernel/capability.ts';

/** File name → text, one per entity. */
export function contracts(capabilities: readonly Capability[]): Map<string, string> {
  const intakes = capabilities.flatMap((capability) => capability.intakes ?? []);
  return new Map(
    intakes.map((intake) => {
      const schema = z.toJSONSchema(intake.schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' });
      return [`${intake.entity}.schema.json`, `${JSON.stringify({ title: intake.entity, ...schema }, null, 2)}\n`];
    }),
  );
}
