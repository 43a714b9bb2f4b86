import { appPageFor } from '../../../parts/app-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => appPageFor(locals.context, locals.viewer);
