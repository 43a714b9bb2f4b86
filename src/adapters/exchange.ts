// One bounded HTTP exchange with something outside. What the network does is a value here, never an exception.

export type Exchange =
  | { kind: 'answer'; status: number; body: string }
  /** Nothing usable came back. Only `unreachable` proves that the request never left. */
  | { kind: 'silent'; why: 'timeout' | 'connection' | 'unreadable' | 'unreachable' };

export type Question = {
  address: URL;
  method: 'GET' | 'POST' | 'PUT';
  headers: Record<string, string>;
  body?: string;
  /** From the first byte sent to the last one read. */
  timeoutSeconds: number;
  /** A longer answer is not read to its end. */
  bytesMax: number;
};

/** Asks once: no retry, no redirect followed, a new connection, so that a stale one cannot make the outcome unknown. */
export async function exchange(question: Question): Promise<Exchange> {
  try {
    const response = await fetch(question.address, {
      method: question.method,
      headers: { ...question.headers, connection: 'close' },
      ...(question.body !== undefined && { body: question.body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(question.timeoutSeconds * 1000),
    });
    const body = await bounded(response, question.bytesMax);
    return body === undefined
      ? { kind: 'silent', why: 'unreadable' }
      : { kind: 'answer', status: response.status, body };
  } catch (error) {
    return { kind: 'silent', why: silenceOf(error) };
  }
}

/** Reads JSON that nobody has vouched for; nothing when it is none. */
export function unknownJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function bounded(response: Response, bytesMax: number): Promise<string | undefined> {
  if (!response.body) return '';
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body) {
    bytes += part.byteLength;
    if (bytes > bytesMax) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Codes that Node gives before a byte of the request has been written: no name, no route, nobody listening, no trust. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|\w+_CERT\w*|UNABLE_TO_\w+)$/;

function silenceOf(error: unknown): 'timeout' | 'connection' | 'unreachable' {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return 'timeout';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return beforeSending.test(code) ? 'unreachable' : 'connection';
}
