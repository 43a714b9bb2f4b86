import { minutesAndSeconds } from './clock.ts';

const warnMilliseconds = 2 * 60_000;

/**
 * Two minutes before idleness ends the session: a notice with a link that extends it (WCAG 2.2.1). A small page of
 * customers is asked for in the background, so that nothing typed is lost; if that fails the link is followed to this page.
 */
export default function session(box: HTMLElement): void {
  const { ends, now, over, overWriting, keep, signInAt } = box.dataset;
  const link = box.querySelector('a');
  const text = box.querySelector('[data-text]');
  const left = box.querySelector('[data-left]');
  if (!ends || !now || !over || !overWriting || !keep || !signInAt || !link || !text || !left) return;
  const idle = Date.parse(ends) - Date.parse(now);
  // Wall time, not the page's own clock: a sleeping laptop must find the session over when it wakes.
  let started = Date.now();

  const look = () => {
    const rest = idle - (Date.now() - started);
    if (rest <= 0) {
      // Leaving would lose what is in a form; sending it does not (ACC-12).
      const isWriting = [...document.forms].some(hasBeenWrittenIn);
      text.textContent = isWriting ? overWriting : over;
      left.textContent = '';
      box.hidden = false;
      link.hidden = isWriting;
      link.textContent = box.dataset.signIn ?? '';
      link.href = signInAt;
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

/** Has a form that is posted got something in it that the page did not put there? */
const hasBeenWrittenIn = (form: HTMLFormElement): boolean =>
  form.method === 'post' &&
  [...form.elements].some(
    (field) =>
      (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) ||
      (field instanceof HTMLInputElement &&
        (field.value !== field.defaultValue || field.checked !== field.defaultChecked)) ||
      (field instanceof HTMLSelectElement && [...field.options].some((one) => one.selected !== one.defaultSelected)),
  );
