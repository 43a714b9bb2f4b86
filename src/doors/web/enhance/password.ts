/** Shows the button that shows the password; the button says what it will do. Leaving the page hides it again. */
export default function password(box: HTMLElement): void {
  const input = box.querySelector('input');
  const button = box.querySelector('button');
  const { show, hide } = button?.dataset ?? {};
  if (!input || !button || !show || !hide) return;
  const turn = (isShown: boolean) => {
    input.type = isShown ? 'text' : 'password';
    button.textContent = isShown ? hide : show;
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    turn(input.type === 'password');
    input.focus();
  });
  // Browsers offer to keep what they see in a text field: never a password.
  input.form?.addEventListener('submit', () => turn(false));
}
