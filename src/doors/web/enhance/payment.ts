/**
 * The live state of something that is pending: `<div data-enhance="payment" data-address="/esito/…/stato"
 * data-state="pending">`. It asks the page's own JSON address, more and more seldom, and loads the page again when the
 * state is another one. It never keeps the session alive, waits while nobody looks, and gives up after ten minutes.
 */
export default function payment(element: HTMLElement): void {
  const { address, state } = element.dataset;
  if (!address || !state) return;
  // With scripts the page follows by itself: the link that asks for a timed refresh is not needed.
  for (const link of document.querySelectorAll<HTMLElement>('[data-without-scripts]')) link.hidden = true;
  const until = performance.now() + 10 * 60_000;
  let pause = 2000;

  const ask = async () => {
    if (performance.now() > until) return;
    if (document.visibilityState === 'visible' && (await stateNow(address)) !== state) {
      location.replace(location.href.split('#')[0] ?? location.href);
      return;
    }
    pause = Math.min(pause * 1.25, 10_000);
    setTimeout(ask, pause);
  };
  /** The state, or the one we know while the network or the server is away. */
  const stateNow = async (from: string): Promise<string> => {
    try {
      const response = await fetch(from, { headers: { accept: 'application/json' }, redirect: 'error' });
      const answer: unknown = response.ok ? await response.json() : undefined;
      if (typeof answer !== 'object' || answer === null || !('state' in answer)) return state;
      return String(answer.state);
    } catch {
      return state;
    }
  };
  setTimeout(ask, pause);
}
