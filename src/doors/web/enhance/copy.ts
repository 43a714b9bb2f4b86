/** Shows the copy button where the browser can copy; it says that it did, and then what it does again. */
export default function copy(button: HTMLElement): void {
  const { value, done } = button.dataset;
  const words = button.querySelector('[data-text]');
  if (!navigator.clipboard || value === undefined || !words) return;
  const before = words.textContent;
  words.setAttribute('aria-live', 'polite');
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(value);
    words.textContent = done ?? before;
    setTimeout(() => {
      words.textContent = before;
    }, 3000);
  });
}
