// The paperless choice as the core system sends it. INT-1
import { z } from 'zod';
import type { Intake } from '#kernel/intake.ts';
import { coreRow, dayField, keyOf } from '#kernel/row.ts';
import { intoPaperless } from './intake-store.server.ts';

const paperless = coreRow({ party: keyOf('parties'), isOn: z.boolean(), since: dayField });

export const paperlessIntake: Intake<z.infer<typeof paperless>> = {
  entity: 'paperless',
  schema: paperless,
  ...intoPaperless,
};
