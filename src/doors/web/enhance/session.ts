import { minutesAndSeconds } from './clock.ts';

const warnMilliseconds = 2 * 60_000;

/**
 * Two minutes before idleness ends the session: a notice with a link that extends it (WCAG 2.2.1). A small page is asked
 * for in the background, so that nothing typed is lost; if that fails the link is followed to this page again.
 */
export default function session(box: HTMLElement): void {
  const { ends, now, over, keep } = box.dataset;
  const link = box.querySelector('a');
  const text = box.querySelector('[data-text]');
  const left = box.querySelector('[data-left]');
  if (!ends || !now || !over || !keep || !link || !text || !left) return;
  const idle = Date.parse(ends) - Date.parse(now);
  // Wall time, not the page's own clock: a sleeping laptop must find the session over when it wakes.
  let started = Date.now();

  const look = () => {
    const rest = idle - (Date.now() - started);
    if (rest <= 0) {
      text.textContent = over;
      left.textContent = '';
      box.hidden = false;
      link.textContent = box.dataset.signIn ?? '';
      link.dataset.over = 'yes';
      return;
    }
    if (rest <= warnMilliseconds) {
      box.hidden = false;
      left.textContent = minutesAndSeconds(rest);
    }
    setTimeout(look, rest <= warnMilliseconds ? 1000 : Math.min(rest - warnMilliseconds, 15_000));
  };
  link.addEventListener('click', async (event) => {
    if (link.dataset.over) return;
    event.preventDefault();
    const answer = await fetch(keep, { redirect: 'manual', cache: 'no-store' }).catch(() => undefined);
    if (!answer?.ok) {
      location.assign(link.href);
      return;
    }
    started = Date.now();
    box.hidden = true;
  });
  look();
}
