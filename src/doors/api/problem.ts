// Reason → problem details (RFC 9457): what a page says in a box, a machine reads here.
import type { ServerResponse } from 'node:http';
import type { Context } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import type { Reason } from '#kernel/outcome.ts';
import { answerJson } from './answer.ts';

export type Problem = {
  /** The page that explains it, or `about:blank` when the status says all. */
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** The code of the reason, `payments.window_closed`, with what else it knows. */
  code?: string;
  values?: unknown;
  since?: string;
  until?: string;
  changes?: string;
};

/** A refusal in the reader's language. The values are facts of the reader's own matter, so they may be said. */
export function problemOf(context: Context, reason: Reason, language: Language, status = 422): Problem {
  const words = context.capabilities.map((capability) => capability.reasons?.[reason.code]).find(Boolean);
  if (!words) throw new Error(`no words for the reason ${reason.code}`);
  return {
    type: new URL(`/aiuto/perche/${reason.code.replaceAll('.', '-')}`, context.settings.text.publicAddress).href,
    title: words.question(language),
    status,
    detail: words.say(reason, language).text,
    code: reason.code,
    values: reason.values,
    ...(reason.since && { since: reason.since }),
    ...(reason.until && { until: reason.until }),
    changes: reason.changes,
  };
}

/** A problem that is only about the request itself: too large, not JSON, unknown address. */
export const plainProblem = (status: number, title: string): Problem => ({ type: 'about:blank', title, status });

export const answerProblem = (response: ServerResponse, problem: Problem): void =>
  answerJson(response, problem.status, problem, 'application/problem+json');
