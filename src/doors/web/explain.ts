// A reason in the reader's words: whoever contributed it says it.
import type { Context } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import type { Explained, Reason } from '#kernel/outcome.ts';

/** Throws on a reason that no capability says: that is a bug, and tests/reasons.test.ts finds it first. */
export function explain(context: Pick<Context, 'capabilities'>, language: Language, reason: Reason): Explained {
  for (const capability of context.capabilities) {
    const words = capability.reasons?.[reason.code];
    if (words) return { code: reason.code, ...words.say(reason, language) };
  }
  throw new Error(`no capability says the reason ${reason.code}`);
}

/** The help page of a reason: `payments.window_not_open` is `/aiuto/perche/payments-window_not_open`. */
export const whyPath = (code: string): string => `/aiuto/perche/${code.replaceAll('.', '-')}`;
