// node tests/world/fill.ts <day>: fills the empty database of the environment with the fictional insurer (filled.ts).
import { fillDatabase } from '../../src/doors/cli/demo/reset.ts';

await fillDatabase(process.env, { customers: 60, seed: 1, today: process.argv[2], say: console.log });
