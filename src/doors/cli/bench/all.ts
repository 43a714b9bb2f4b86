// Everything that can be measured, by name.
import { answers } from './answers.ts';
import type { Bench } from './frame.ts';
import { imports } from './import.ts';
import { pages } from './pages.ts';

export const benches: readonly Bench[] = [pages, answers, imports];
