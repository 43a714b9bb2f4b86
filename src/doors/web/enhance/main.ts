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

// A form is sent once: the button keeps its place and a second press does nothing. The server is idempotent anyway.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  event.submitter?.setAttribute('aria-disabled', 'true');
});
// Back from the browser's memory: the form may be sent again.
window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) delete form.dataset.sent;
  for (const button of document.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
});
