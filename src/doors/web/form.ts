// One way to read a form and one way to refuse it: the page shows the errors and keeps what was typed.
import { type ActionFailure, error, fail, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Reason } from '#kernel/outcome.ts';
import { explain } from './explain.ts';
import type { Failed, FormErrors } from './failed.ts';
import { say as shell } from './words/say.ts';

export type { Failed, FormErrors } from './failed.ts';

/** What a form may be answered with when it is refused. */
type Refused = ActionFailure<Failed>;
type Event = Pick<RequestEvent, 'request' | 'locals'>;

/** Unprocessable content (RFC 9110 §15.5.21): understood, and refused. */
const refusedStatus = 422;
/** A text field of a form is no upload; what is longer is not read. */
const longest = 20_000;

/** Passwords and codes are never shown again, whatever happens. */
export const isSecret = (name: string): boolean => /password/i.test(name) || name === 'code' || name === 'codice';

/**
 * The fields of a POST: a body that is no form is the sender's fault (400), not ours. NULs are dropped: no keyboard types
 * one, and PostgreSQL takes none.
 */
export async function fieldsOf(request: Request): Promise<FormData> {
  const read = new FormData();
  for (const [name, value] of await request.formData().catch(notAForm)) {
    if (typeof value === 'string') read.append(name, value.replaceAll('\0', ''));
    else read.append(name, value);
  }
  return read;
}

function notAForm(fault: unknown): never {
  // A body that was cut off, or of another type than it says; one that is too large has its own status.
  if (fault instanceof TypeError) error(400);
  throw fault;
}

/**
 * Reads the form of a POST with a schema. Issues become one error per field, in the order of the schema. A message of the
 * schema is a finished sentence, or a key when `say` is given; an issue without one gets a sentence of ours.
 * Fields that come several times are lists; files are left out (they have a helper of their own).
 */
export async function readForm<S extends z.ZodType>(
  event: Event,
  schema: S,
  say?: (key: never) => string,
): Promise<{ ok: true; data: z.output<S> } | { ok: false; failure: Refused }> {
  const form = await fieldsOf(event.request);
  event.locals.typed = form;
  const typed = typedIn(form);
  const general = generalSentences(event);
  const read = schema.safeParse(typed, { error: (issue) => general.of(issue.code, issue.input) });
  if (read.success) return { ok: true, data: read.data };
  const errors: FormErrors = [];
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (errors.some((error) => error.field === field)) continue;
    // The keys of the words are a union of the capability; the schema's messages are plain text.
    const text = say && !general.has(issue.message) ? say(issue.message as never) : issue.message;
    errors.push({ field, text });
  }
  return { ok: false, failure: fail(refusedStatus, { values: echoed(typed), errors }) };
}

/** What `refuse` needs besides the reasons: which reason belongs to which field, and what was typed. */
export type Refusal = { field?: Record<string, string> | undefined; values?: unknown };

/** Answers a form with the reasons of a capability: beside a field where `field` says so, else as a notice on top. */
export function refuse(event: Event, reasons: readonly Reason[], { field = {}, values }: Refusal = {}): Refused {
  const { context, language } = event.locals;
  const errors: FormErrors = [];
  let notice: Failed['notice'];
  for (const reason of reasons) {
    const explained = explain(context, language, reason);
    const name = field[reason.code];
    if (name) {
      if (!errors.some((error) => error.field === name)) errors.push({ field: name, text: explained.text });
    } else notice ??= explained;
  }
  return fail(refusedStatus, { values: echoed(values), errors, ...(notice && { notice }) });
}

/** In one pass: asking for each name anew would cost the square of their number, which the sender chooses. */
function typedIn(form: FormData): Record<string, string | string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    const known = texts.get(name);
    if (known) known.push(value);
    else texts.set(name, [value]);
  }
  return Object.fromEntries(
    [...texts].map(([name, [first = '', ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
  );
}

/** What may be shown again of what was typed: text, and neither passwords nor codes. */
function echoed(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && entry[1].length <= longest && !isSecret(entry[0]),
    ),
  );
}

/** Sentences for what a schema did not foresee: a field that is not there at all, or of a wrong shape. */
function generalSentences(event: Event) {
  const say = shell(event.locals.language);
  const sentences = { missing: say('web.field_missing'), wrong: say('web.field_wrong'), long: say('web.field_long') };
  return {
    has: (message: string) => Object.values(sentences).includes(message),
    of(code: string | undefined, input: unknown): string {
      if (input === undefined || input === '') return sentences.missing;
      return code === 'too_big' ? sentences.long : sentences.wrong;
    },
  };
}
