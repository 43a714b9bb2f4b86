// Which fields of a form are kept when its session has ended. [ACC-12]

/** Passwords and codes are never kept; names that begin with a sign belong to the framework. */
const isKept = (name: string): boolean =>
  !/password/i.test(name) && name !== 'code' && name !== 'codice' && /^[a-z]/i.test(name);

/** The text fields of a form without secrets and files. A field that comes several times keeps its last value. */
export function keepableFields(form: Iterable<[string, unknown]>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && isKept(name)) kept[name] = value;
  }
  return kept;
}
