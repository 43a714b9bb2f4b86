// The fictional insurer as an import delivery, of any size and always the same for the same options.
import type { Day } from '#kernel/days.ts';
import { writeOrdinary } from './customers/ordinary.ts';
import { type Format, openDelivery } from './delivery.ts';
import { writeAgencies } from './insurer/agencies.ts';
import { writeProducts } from './insurer/products.ts';
import { openRegistry } from './people/registry.ts';
import { writeCast } from './stories/all.ts';

export type GenerateOptions = {
  /** Ordinary customers around the cast: a person, a family or a firm each. */
  customers: number;
  seed: number;
  /** Every date is placed relative to this day. */
  today: Day;
  folder: string;
  /** JSON Lines unless said otherwise. */
  format?: Format;
  onProgress?: (done: number, total: number) => void;
};

const progressEvery = 1_000;

/** Writes a delivery to `options.folder`. Memory does not grow with the number of customers. */
export async function generateDelivery(options: GenerateOptions): Promise<{ rows: Record<string, number> }> {
  const { customers, seed, today, folder, format, onProgress } = options;
  const delivery = await openDelivery(folder, today, format);
  const registry = openRegistry(today, seed);
  writeAgencies(delivery);
  writeProducts(delivery);
  writeCast(delivery);
  for (let number = 1; number <= customers; number += 1) {
    writeOrdinary(delivery, registry, seed, number);
    await delivery.settle();
    if (number % progressEvery === 0) onProgress?.(number, customers);
  }
  const { files } = await delivery.close(`demo-${today}-${customers}-${seed}`);
  onProgress?.(customers, customers);
  return { rows: Object.fromEntries(files.map(({ entity, rows }) => [entity, rows])) };
}
