import { pino } from 'pino';

/**
 * The only fields that reach the log. Everything else is dropped, so that a name, a contact, a code or an address with a
 * secret in it cannot be logged by mistake.
 */
const allowed = [
  'task',
  'route',
  'method',
  'status',
  'milliseconds',
  'reference',
  'entity',
  'rows',
  'state',
  'provider',
  'operationKind',
  'messageKind',
  'channel',
  'tries',
  'role',
  'port',
  'signal',
  'count',
  'reason',
] as const;
export type LogFields = { [Field in (typeof allowed)[number]]?: string | number | boolean | undefined } & {
  error?: unknown;
};

export type Log = Record<'debug' | 'info' | 'warn' | 'error', (event: string, fields?: LogFields) => void>;

/** The name and the stack of a fault, without its message: messages of drivers carry values. */
function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const stack = error.stack
    ?.split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 12);
  return { fault: error.name, ...(code && { faultCode: code }), ...(stack && { stack }) };
}

/** Structured log on standard error, one JSON object a line. */
export function logger(level: string, write?: (line: string) => void): Log {
  const sink = write ? { write } : pino.destination({ fd: 2, sync: false });
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, sink);
  const at =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) => {
      const kept: Record<string, unknown> = {};
      for (const field of allowed) if (fields[field] !== undefined) kept[field] = fields[field];
      if (fields.error !== undefined) Object.assign(kept, faultOf(fields.error));
      out[name](kept, event);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
