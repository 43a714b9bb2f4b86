// The published shapes of a delivery of the core system: JSON Schema from the same schemas that check every row.
import { z } from 'zod';
import { deliverySchema } from '../src/capabilities/integration/index.ts';
import type { Capability } from '../src/kernel/capability.ts';

/** File name → text: the delivery itself, and one per entity. */
export function contracts(capabilities: readonly Capability[]): Map<string, string> {
  const intakes = capabilities.flatMap((capability) => capability.intakes ?? []);
  return new Map([
    ['delivery.schema.json', textOf('delivery.json', deliverySchema)],
    ...intakes.map(({ entity, schema }): [string, string] => [`${entity}.schema.json`, textOf(entity, schema)]),
  ]);
}

function textOf(title: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
