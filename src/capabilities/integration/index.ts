// What came in from the core system, row by row, and what was refused and why. INT-1
// The capabilities say how a row becomes theirs (`intakes`); here are runs, batches, positions and reports.
import type { Capability } from '#kernel/capability.ts';
import { figures } from './figures.ts';
import { settings } from './settings.ts';
import { tables } from './store.server.ts';
import { vitals } from './vitals.ts';

export { type CellKind, type Column, columnsOf } from './columns.ts';
export { type Progress, type RunReason, resumeImport, runImport } from './commands.ts';
export { deliverySchema } from './delivery.ts';
export { findRun, type RefusedRow, type Run, refusedRows } from './store.server.ts';

export const capability: Capability = { name: 'integration', tables, settings, figures, vitals };
