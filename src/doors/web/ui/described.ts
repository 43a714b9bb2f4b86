/** The ids that describe a control, for `aria-describedby`: nothing when there are none. */
export const describedBy = (
  id: string,
  parts: { hint?: unknown; error?: unknown; more?: string },
): string | undefined =>
  [parts.hint && `${id}-hint`, parts.error && `${id}-error`, parts.more].filter(Boolean).join(' ') || undefined;
