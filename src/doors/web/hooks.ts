import type { Reroute } from '@sveltejs/kit/hooks';

/** Leads nowhere. */
const nowhere = '/-';

/**
 * `/en/polizze` and `/de/polizze` are the page `/polizze`; hooks.server.ts reads the language from the address. No path of
 * ours needs a percent sign: one with it is not there, so that no line end or slash comes out of a parameter.
 */
export const reroute: Reroute = ({ url }) => {
  const path = url.pathname.replace(/^\/(en|de)(?=\/|$)/, '') || '/';
  return path.includes('%') ? nowhere : path;
};
