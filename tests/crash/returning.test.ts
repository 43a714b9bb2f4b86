import { testPhase } from './payments.ts';

await testPhase('returning');
