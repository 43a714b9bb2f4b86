// Everything that can be measured, by name.
import { answers } from './answers.ts';
import type { Bench } from './frame.ts';
import { imports } from './import.ts';
import { large } from './large.ts';
import { pages } from './pages.ts';
import { scale } from './scale.ts';

export const benches: readonly Bench[] = [pages, answers, imports, scale, large];
