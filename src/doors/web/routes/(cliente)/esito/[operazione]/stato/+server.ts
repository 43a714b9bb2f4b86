// The live state of a payment for the enhancer of its page. Asking never keeps a session alive (hooks: passive).
import { error, json } from '@sveltejs/kit';
import { statusFor } from '#capabilities/payments/index.ts';
import { customerOf } from '../../../../../customer.server.ts';
import { liveKey } from '../../../../../parts/outcome-page.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const status = await statusFor(locals.context, customerOf(locals), params.operazione);
  if (!status) error(404);
  return json({ state: liveKey(status) }, { headers: { 'cache-control': 'no-store' } });
};
