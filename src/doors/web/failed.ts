// What a page gets back in `form` when an action refused. Pure, so that components may import it.
import type { Explained } from '#kernel/outcome.ts';

export type FormErrors = { field: string; text: string }[];

/** Values typed are kept (never passwords and codes); `notice` is a refusal that belongs to no field. */
export type Failed = { values: Record<string, string>; errors: FormErrors; notice?: Explained };

type Form = Partial<Failed> | null | undefined;

/** The sentence beside a field, when there is one. */
export const errorOf = (form: Form, field: string): string | undefined =>
  form?.errors?.find((error) => error.field === field)?.text;

/** What was typed, else what is known already. */
export const typedIn = (form: Form, field: string, otherwise?: string): string | undefined =>
  form?.values?.[field] ?? otherwise;
