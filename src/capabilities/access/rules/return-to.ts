// Where sign-in leads back to. [ACC-12]

/** Longer ones are nobody's page. */
const longest = 300;

/**
 * An address of ours, without language, from what stands in the sign-in address; Home for anything else. A page of
 * another site, and pages that make no sense after signing in, are not gone to.
 */
export function returnTo(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > longest || !/^\/[\w/?=&.%-]*$/.test(wanted) || wanted.startsWith('//')) return '/';
  return /^\/(accesso|esci|registrati|recupera)(?=[/?]|$)/.test(wanted) ? '/' : wanted;
}
