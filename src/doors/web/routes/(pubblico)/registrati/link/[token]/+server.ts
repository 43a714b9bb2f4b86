import { openLink } from '../../../../../sign-in.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => openLink(event, 'registration', event.params.token, '/registrati/link');
