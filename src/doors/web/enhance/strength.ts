import { judge } from './judge.ts';

/**
 * How strong a new password is, in words, while it is typed: a hint. The server decides, with lists that never come
 * here. Said after a pause, so that a screen reader is not interrupted at every letter.
 */
export default function strength(box: HTMLElement): void {
  const input = box.querySelector('input');
  const output = box.querySelector<HTMLElement>('.strength');
  const least = Number(box.dataset.min);
  if (!input || !output || !least) return;
  const { short = '', common = '', fair = '', good = '' } = output.dataset;
  const words = { short, common, fair, good };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const verdict = judge(input.value, least);
      output.textContent =
        input.value === '' ? '' : words[verdict].replace('#', String(least - [...input.value].length));
    }, 400);
  });
}
