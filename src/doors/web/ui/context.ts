// What every component may ask for without being handed it: the kit's own sentences, the language, how links are written.
import { createContext } from 'svelte';
import type { Language } from '#kernel/language.ts';
import type { Verdict } from '../enhance/judge.ts';

/** The few sentences that belong to the components themselves; made on the server by `routes/+layout.server.ts`. */
export type UiWords = {
  error: string;
  optional: string;
  problem: string;
  /** `#` is the number of problems. */
  problems: string;
  choose: string;
  copy: string;
  copied: string;
  showPassword: string;
  hidePassword: string;
  /** What a new password is told while it is typed, by what makes it weak (enhance/judge.ts). */
  strength: Record<Verdict, string>;
  /** `#` is what is left, as minutes and seconds. */
  codeLeft: string;
  codeOver: string;
  /** `#` is the step, `##` how many there are. */
  step: string;
  back: string;
  asTable: string;
  today: string;
  why: string;
  unread: string;
  cannotUse: string;
};

export type Ui = {
  language: Language;
  /** The name of the product, after the page's own in its title. */
  product: string;
  words: UiWords;
};

export const [getUi, setUi] = createContext<Ui>();
