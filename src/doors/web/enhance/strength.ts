import { judge } from './judge.ts';

/**
 * What makes a new password weak, in words, while it is typed: a hint, beside the rules that stand there without scripts
 * too. The server decides. Said after a pause, so that a screen reader is not interrupted at every letter.
 */
export default function strength(box: HTMLElement): void {
  const input = box.querySelector('input');
  const output = box.querySelector<HTMLElement>('.strength');
  const least = Number(box.dataset.min);
  if (!input || !output || !least) return;
  const own = input.form?.querySelector<HTMLInputElement>('[autocomplete="username"]')?.value;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const missing = String(least - [...input.value].length);
      const sentences = judge(input.value, least, own).map((verdict) => output.dataset[verdict]?.replace('#', missing));
      output.textContent = input.value === '' ? '' : sentences.join(' ');
    }, 400);
  });
}
