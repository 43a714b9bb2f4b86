// A delivery of the core system: a folder with delivery.json and one file per entity (design.md §8).
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Outcome, Reason } from '#kernel/outcome.ts';
import { no, yes } from '#kernel/outcome.ts';
import { dayField } from '#kernel/row.ts';

export const deliverySchema = z.object({
  format: z.literal('sportello-delivery/1').meta({ description: 'The version of this format.' }),
  id: z.string().min(1).max(120).meta({ description: "The delivery's own id." }),
  day: dayField,
  files: z
    .array(
      z.object({
        entity: z.string().min(1),
        file: z.string().refine((name) => name === basename(name), 'is not a plain file name'),
        rows: z.number().int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hex'),
      }),
    )
    .min(1)
    .refine((files) => new Set(files.map((file) => file.entity)).size === files.length, 'names an entity twice'),
});
export type Delivery = z.infer<typeof deliverySchema> & { folder: string; manifestSha256: Buffer };

export type DeliveryReason =
  | Reason<'integration.no_manifest', { folder: string }>
  | Reason<'integration.bad_manifest', { field: string; problem: string }>
  | Reason<'integration.unknown_entity', { entity: string }>
  | Reason<'integration.file_missing', { file: string }>
  | Reason<'integration.file_damaged', { file: string }>;

/** Reads and checks delivery.json; the files themselves are checked by `checkFile`. */
export async function readDelivery(
  folder: string,
  entities: readonly string[],
): Promise<Outcome<Delivery, DeliveryReason>> {
  const bytes = await readFile(join(folder, 'delivery.json')).catch(() => undefined);
  if (!bytes) return no({ code: 'integration.no_manifest', values: { folder }, changes: 'nobody' });
  const parsed = deliverySchema.safeParse(jsonOrNothing(bytes.toString('utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const values = { field: issue?.path.join('.') || 'delivery.json', problem: issue?.message ?? 'is not JSON' };
    return no({ code: 'integration.bad_manifest', values, changes: 'nobody' });
  }
  const stranger = parsed.data.files.find((file) => !entities.includes(file.entity));
  if (stranger)
    return no({ code: 'integration.unknown_entity', values: { entity: stranger.entity }, changes: 'nobody' });
  return yes({ ...parsed.data, folder, manifestSha256: createHash('sha256').update(bytes).digest() });
}

/** Compares a file with the checksum of the manifest, before anything of it is taken. */
export async function checkFile(
  folder: string,
  file: { file: string; sha256: string },
): Promise<Outcome<undefined, DeliveryReason>> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(join(folder, file.file))) hash.update(chunk);
  } catch {
    return no({ code: 'integration.file_missing', values: { file: file.file }, changes: 'nobody' });
  }
  return hash.digest('hex') === file.sha256
    ? yes(undefined)
    : no({ code: 'integration.file_damaged', values: { file: file.file }, changes: 'nobody' });
}

/** The value of a JSON text, or nothing when it is no JSON. */
export function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
