// The page of the code, for every operation (ux.md §3.3, §4.1): finished sentences for each state of it.
import { type CodePage, confirmationWords, type WaitingCode } from '#capabilities/confirmation/index.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { dayOf, type Instant, secondsBetween } from '#kernel/days.ts';
import { longDay, time } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { explain } from '../explain.ts';

/** Splits a sentence around its one value, so that the page can set the value in bold. */
const around = (sentence: (mark: string) => string): [string, string] => {
  const [before = '', after = ''] = sentence('\u0000').split('\u0000');
  return [before, after];
};

export function waitingPage(context: Context, page: WaitingCode, language: Language) {
  const say = confirmationWords(language);
  const now = context.clock.now();
  const isSms = page.destination.kind === 'mobile';
  const hasLeft = page.way === 'on_its_way';
  const sent = around((ending) => {
    if (!hasLeft) return say('confirmation.sent_not', { ending });
    return isSms ? say('confirmation.sent_sms', { ending }) : say('confirmation.sent_mail', { ending });
  });
  const minutes = Math.max(1, Math.ceil(secondsBetween(now, page.validUntil) / 60));
  const until = time(page.validUntil, language);
  return {
    sent,
    ending: isSms ? page.destination.ending : page.destination.masked,
    valid: page.code === 'ready' ? say('confirmation.valid', { minutes, until }) : undefined,
    ends: page.validUntil,
    now,
    reference: say('confirmation.reference', { reference: page.reference }),
    lines: page.words.lines,
    button: page.words.button,
    back: page.back,
    /** Why nothing has arrived, when it is our fault. */
    late: hasLeft ? undefined : say(page.way === 'late' ? 'confirmation.late' : 'confirmation.given_up'),
    /** Why the code that was sent cannot be used any more. */
    spent: spentOf(page, until, language),
    tries:
      page.code === 'ready' && page.triesLeft < 3
        ? say('confirmation.tries_left', { tries: page.triesLeft })
        : undefined,
    sends: page.sends.freeAt
      ? freeFrom(context, page.sends.freeAt, language)
      : page.sends.count > 1
        ? say('confirmation.sends_left', { sends: page.sends.left })
        : undefined,
    words: {
      title: say('confirmation.page_title'),
      label: say('confirmation.code_label'),
      hint: say('confirmation.hint'),
      resend: say('confirmation.resend'),
      missing: say('confirmation.not_received'),
      left: say('confirmation.countdown'),
      over: say('confirmation.countdown_over'),
    },
  };
}

function spentOf(page: WaitingCode, until: string, language: Language): string | undefined {
  const say = confirmationWords(language);
  if (page.code === 'no_tries') return say('confirmation.code_no_tries');
  return page.code === 'expired' ? say('confirmation.code_expired', { time: until }) : undefined;
}

function freeFrom(context: Context, moment: Instant, language: Language): string {
  const say = confirmationWords(language);
  const day = dayOf(moment);
  return day === today(context.clock)
    ? say('confirmation.sends_free', { time: time(moment, language) })
    : say('confirmation.sends_free_day', { time: time(moment, language), day: longDay(day, language) });
}

/** An operation that can no longer be confirmed: why, what changed, and the way to begin again. */
export function overPage(context: Context, page: Extract<CodePage, { state: 'over' }>, language: Language) {
  const say = confirmationWords(language);
  return {
    explained: explain(context, language, page.reason),
    table: page.changes.length > 0 && {
      caption: say('confirmation.over_changes'),
      head: [say('confirmation.over_what'), say('confirmation.over_before'), say('confirmation.over_now')],
      rows: page.changes.map((change) => [change.label, change.before, change.after]),
    },
    back: page.back,
    words: {
      title: say('confirmation.over_title'),
      nothing: say('confirmation.over_nothing_done'),
      again: say('confirmation.over_again'),
    },
  };
}

/** *Non ricevo il codice*: what to try, in order, ending in the support form (CNF-9). */
export function missingPage(page: WaitingCode, operation: string, language: Language) {
  const say = confirmationWords(language);
  const isSms = page.destination.kind === 'mobile';
  return {
    intro: say('confirmation.missing_intro', { destination: page.destination.masked }),
    steps: [
      say('confirmation.missing_wait'),
      isSms ? say('confirmation.missing_signal') : say('confirmation.missing_spam'),
      say('confirmation.missing_newest', { reference: page.reference }),
      say('confirmation.missing_again'),
      say('confirmation.missing_contact'),
    ],
    back: `/conferma/${operation}`,
    words: {
      title: say('confirmation.missing_title'),
      back: say('confirmation.missing_back'),
      agency: say('confirmation.missing_agency'),
      support: say('confirmation.missing_support'),
      never: say('confirmation.missing_never'),
    },
  };
}
