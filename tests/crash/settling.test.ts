import { testPhase } from './payments.ts';

await testPhase('settling');
