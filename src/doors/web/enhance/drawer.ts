/**
 * The menu link of phones opens the menu in place: a dialog with a copy of the side column's list. Esc, the backdrop,
 * the close button and a swipe to the left close it; the browser keeps the focus inside and gives it back.
 */
export default function drawer(link: HTMLElement): void {
  const menu = document.querySelector('[data-menu]');
  const close = link.dataset.close;
  if (!menu || !close || typeof HTMLDialogElement === 'undefined') return;
  link.setAttribute('role', 'button');
  link.setAttribute('aria-haspopup', 'dialog');
  link.setAttribute('aria-expanded', 'false');
  let dialog: HTMLDialogElement | undefined;

  const open = () => {
    dialog ??= make(menu, close, link);
    dialog.showModal();
    link.setAttribute('aria-expanded', 'true');
  };
  link.addEventListener('click', (event) => {
    // With a modifier it is still a link to the page of the menu.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    open();
  });
}

function make(menu: Element, close: string, link: HTMLElement): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'drawer';
  dialog.setAttribute('aria-label', link.getAttribute('aria-label') ?? '');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'close';
  button.setAttribute('aria-label', close);
  button.addEventListener('click', () => dialog.close());
  dialog.append(button, menu.cloneNode(true));
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    link.setAttribute('aria-expanded', 'false');
    link.focus();
  });
  closeOnSwipe(dialog);
  document.body.append(dialog);
  return dialog;
}

const swipePixels = 60;
function closeOnSwipe(dialog: HTMLDialogElement): void {
  let from: number | undefined;
  dialog.addEventListener('touchstart', (event) => {
    from = event.touches[0]?.clientX;
  });
  dialog.addEventListener('touchend', (event) => {
    const to = event.changedTouches[0]?.clientX;
    if (from !== undefined && to !== undefined && from - to > swipePixels) dialog.close();
  });
}
