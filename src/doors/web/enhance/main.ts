// The one script of every page: elements name their enhancers in `data-enhance`, and only those are loaded.
// Pages work without any of them.

/** Improves one element that is on the page. */
export type Enhancer = (element: HTMLElement) => void;

const enhancers: Record<string, () => Promise<{ default: Enhancer }>> = {
  copy: () => import('./copy.ts'),
  countdown: () => import('./countdown.ts'),
  drawer: () => import('./drawer.ts'),
  password: () => import('./password.ts'),
  payment: () => import('./payment.ts'),
  session: () => import('./session.ts'),
  strength: () => import('./strength.ts'),
};

for (const element of document.querySelectorAll<HTMLElement>('[data-enhance]')) {
  for (const name of element.dataset.enhance?.split(' ') ?? []) {
    void enhancers[name]?.().then((module) => module.default(element));
  }
}

// A form is sent once: its button keeps its width, says that it is on its way, and a second press does nothing. The
// server is idempotent anyway.
const sent = new Map<HTMLFormElement, () => void>();
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  if (sent.has(form)) event.preventDefault();
  else sent.set(form, onItsWay(event.submitter));
});
// Back out of the browser's memory, the form may be sent again.
window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  for (const undo of sent.values()) undo();
  sent.clear();
});

function onItsWay(button: HTMLElement | null): () => void {
  const words = document.querySelector<HTMLElement>('[data-sending]')?.dataset.sending;
  if (!button?.dataset.kind || !words) return () => undefined;
  const before = [...button.childNodes];
  button.style.minInlineSize = `${button.offsetWidth}px`;
  button.setAttribute('aria-disabled', 'true');
  // After the browser has read the form: the button's own value goes with it.
  queueMicrotask(() => button.replaceChildren(words));
  return () => {
    button.replaceChildren(...before);
    button.removeAttribute('aria-disabled');
  };
}
