// Is it us, or is it that the database cannot be reached? The reader is told the difference, and the log too.

/** The database said that it goes, comes, is full or has become read-only (PostgreSQL, appendix A). */
const states = /^(08...|53[34]00|57P0[1-5]|57014|25006)$/;
/** What the network says while nobody is there. */
const network = /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** The driver has no codes for these. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|Connection ended)/;

/** Whether a fault means that something we need was away for a while, so that the same thing may work a moment later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (states.test(code) || network.test(code) || words.test(error.message)) return true;
  // A socket file that is not there: the server has taken it away with itself.
  if (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return true;
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isOutage);
  return error.cause !== undefined && isOutage(error.cause);
}
