import type { Reroute, Transport } from '@sveltejs/kit/hooks';

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

/**
 * The framework turns the data of every page into script for the browser, also where no script is sent (`csr` is off for
 * all): up to a fifth of the page's time. Claimed whole, nothing of it is walked through.
 */
export const transport: Transport = {
  unsent: { encode: (value: unknown) => typeof value === 'object' && value !== null, decode: () => undefined },
};
