// The columns of a CSV file, from the same schema that checks a row: one for every value, `names.it` for a value within
// another. An amount stands in euros under its name without `Cents`; a list of texts in one cell, anything deeper as JSON.
import { z } from 'zod';

export type CellKind = 'text' | 'day' | 'moment' | 'euros' | 'integer' | 'number' | 'boolean' | 'texts' | 'json';
export type Column = {
  /** As in the header: `annualPremium`. */
  name: string;
  /** As in a row: `annualPremiumCents`; a dot goes down into an object. */
  field: string;
  kind: CellKind;
  isRequired: boolean;
  /** An empty cell says nothing, where the schema knows that. */
  isNullable: boolean;
  says: string;
};

type Schema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  description?: string;
  anyOf?: Schema[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
};

/** The columns of an entity, in the order of its schema. */
export function columnsOf(schema: z.ZodType): Column[] {
  // What comes back is plain JSON Schema; only the keywords named above are read.
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  const whole = made.anyOf?.at(0) ?? made;
  return within(whole, '', true);
}

function within(schema: Schema, path: string, isRequired: boolean): Column[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    columnsFrom(inner, `${path}${name}`, isRequired && (schema.required ?? []).includes(name)),
  );
}

function columnsFrom(given: Schema, field: string, isRequired: boolean): Column[] {
  const isNullable = given.anyOf?.some((one) => one.type === 'null') ?? false;
  const schema = isNullable ? (given.anyOf?.find((one) => one.type !== 'null') ?? given) : given;
  if (schema.type === 'object' && schema.properties) return within(schema, `${field}.`, isRequired);
  const kind = kindOf(schema, field);
  const name = kind === 'euros' ? field.replace(/Cents$/, '') : field;
  return [{ name, field, kind, isRequired: isRequired && !isNullable, isNullable, says: saysOf(schema, kind) }];
}

function kindOf(schema: Schema, field: string): CellKind {
  if (schema.type === 'array') return schema.items?.type === 'string' ? 'texts' : 'json';
  if (schema.type === 'object') return 'json';
  if (schema.type === 'boolean') return 'boolean';
  if (schema.type === 'integer') return field.endsWith('Cents') ? 'euros' : 'integer';
  if (schema.type === 'number' || schema.anyOf?.every((one) => one.type === 'number')) return 'number';
  if (schema.format === 'date') return 'day';
  return schema.format === 'date-time' ? 'moment' : 'text';
}

function saysOf(schema: Schema, kind: CellKind): string {
  const choices = schema.enum ?? schema.anyOf?.map((one) => one.const);
  if (choices) return choices.map((one) => `\`${one}\``).join(', ');
  // What it says of JSON is not true of a cell.
  return kind === 'day' || kind === 'euros' ? '' : (schema.description ?? '');
}
