// Outlines drawn by hand on a 24 grid; all are decoration beside words.
import { type Html, html } from '../http.ts';

const icon = (size: number, path: Html): Html =>
  html`<svg width="${size}" height="${size}" viewBox="0 0 24 24" aria-hidden="true">${path}</svg>`;

export const icons = {
  tray: icon(
    24,
    html`<path d="M3 13l3-8h12l3 8v6a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z"/><path d="M3 13h5l1.5 3h5L16 13h5"/>`,
  ),
  refresh: icon(18, html`<path d="M20 11a8 8 0 1 0-2.3 6.3"/><path d="M20 4v7h-7"/>`),
  phone: icon(20, html`<rect x="6.5" y="2.5" width="11" height="19" rx="2.5"/><path d="M11 18.5h2"/>`),
  mail: icon(20, html`<rect x="2.5" y="5" width="19" height="14" rx="2.5"/><path d="M3 7l9 6.5L21 7"/>`),
  back: icon(18, html`<path d="M15 5l-7 7 7 7"/>`),
  clip: icon(16, html`<path d="M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.5 3.5 0 0 1 5 5l-8.5 8.5a2 2 0 0 1-3-3L14 7"/>`),
  signal: html`<svg width="44" height="12" viewBox="0 0 44 12" aria-hidden="true"><path d="M1.5 10.5v-2M5.5 10.5V6M9.5 10.5V3.5M13.5 10.5v-9"/><rect x="24" y="1.5" width="17" height="9" rx="2.5"/><path class="full" d="M26.5 4h9.5v4h-9.5z"/></svg>`,
};
