import type { Reroute } from '@sveltejs/kit/hooks';

/** `/en/polizze` and `/de/polizze` are the page `/polizze`; hooks.server.ts reads the language from the address. */
export const reroute: Reroute = ({ url }) => url.pathname.replace(/^\/(en|de)(?=\/|$)/, '') || '/';
