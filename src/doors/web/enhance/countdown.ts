import { minutesAndSeconds } from './clock.ts';

/**
 * The time left of a code, as a bonus to the clock time in the text: `<p data-enhance="countdown" data-ends="ISO"
 * data-now="ISO of the server" data-left="… # …" data-over="…" hidden>`. It counts the time since the page was made, so a wrong clock
 * of the device does not matter, and is never read aloud.
 */
export default function countdown(element: HTMLElement): void {
  const { ends, now, left, over } = element.dataset;
  if (!ends || !now || !left || !over) return;
  const total = Date.parse(ends) - Date.parse(now);
  const started = performance.now();
  element.setAttribute('aria-live', 'off');
  element.hidden = false;
  const draw = () => {
    const rest = total - (performance.now() - started);
    element.textContent = rest > 0 ? left.replace('#', minutesAndSeconds(rest)) : over;
    if (rest > 0) setTimeout(draw, rest % 1000 || 1000);
  };
  draw();
}
