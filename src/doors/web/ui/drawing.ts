// Icons as text, drawn once per process: a component of many elements for each of thirty icons is half the cost of a page.
// Only for pages drawn on the server, which is all of them.
import type { Component } from 'svelte';
import { render } from 'svelte/server';

const kept = new Map<unknown, string>();

/** The markup of an icon of lucide, as decoration: the word stands beside it. It comes from the package, never from data. */
export function drawing(icon: Component<Record<string, unknown>>): string {
  let svg = kept.get(icon);
  if (svg === undefined) {
    const { body } = render(icon, { props: { size: 24, strokeWidth: 1.75, 'aria-hidden': 'true' } });
    svg = body
      .replace(/<!--.*?-->/g, '')
      .replace(/ class="[^"]*"/, '')
      .replace(/><\/(path|circle|rect|line|polyline|polygon|ellipse)>/g, '/>');
    kept.set(icon, svg);
  }
  return svg;
}
