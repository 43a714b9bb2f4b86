import type { Day } from './days.ts';
import type { Language } from './language.ts';
import type { Settings } from './settings.ts';

/** A decision: a value, or the reasons why not. Refusals are values; exceptions are bugs and outages. */
export type Outcome<T, R extends Reason = Reason> = { ok: true; value: T } | { ok: false; reasons: [R, ...R[]] };

/** Who can change what a reason refuses. */
export type Changer = 'with-time' | 'you' | 'agency' | 'employer' | 'support' | 'nobody';

/** Why not. `code` names words, help page and problem type; `values` are the facts printed in the sentence. */
export type Reason<Code extends string = string, Values = unknown> = {
  code: Code;
  values: Values;
  since?: Day;
  until?: Day;
  changes: Changer;
};

export const yes = <T>(value: T) => ({ ok: true as const, value });
export const no = <R extends Reason>(...reasons: [R, ...R[]]) => ({ ok: false as const, reasons });

/** The way out of a refusal: where it leads (an address of ours, or `tel:`/`mailto:`) and what the link says. */
export type Way = { href: string; text: string };

/** A reason in the reader's words. `why` answers on the help page in general, without anybody's values. */
export type Explained = { code: string; text: string; way?: Way };

/**
 * How a capability says its reasons: one entry per code, so that a reason without words does not compile.
 * `question` and `why` make the help page of the reason (HLP-3); `say` is the sentence shown where it refused.
 */
export type ReasonWords<R extends Reason> = {
  [Code in R['code']]: {
    say(reason: Extract<R, { code: Code }>, language: Language): Omit<Explained, 'code'>;
    /** Who can change it: the same as in the reasons with this code, said on the help page. */
    changes: Changer;
    question(language: Language): string;
    /** With the settings, because a number in it is the insurer's choice. */
    why(language: Language, settings: Settings): string;
    way?(language: Language): Way;
  };
};
