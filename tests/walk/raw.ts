// Requests that no browser and no HTTP library would send: written byte by byte, and read until the other side closes.
import { once } from 'node:events';
import { connect } from 'node:net';

export type RawAnswer = { status: number; headers: Record<string, string>; body: string };

/** Sends the bytes and reads to the end; status 0 when the connection ended without an answer. */
export async function raw(port: number, bytes: string | Buffer): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part) => parts.push(part));
  // A reset after the answer is an end like any other.
  socket.on('error', () => {});
  socket.setTimeout(5_000, () => socket.destroy());
  socket.write(bytes);
  await once(socket, 'close');
  const [head = '', ...rest] = Buffer.concat(parts).toString('latin1').split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0),
    headers: Object.fromEntries(
      lines.flatMap((line) => {
        const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value]];
      }),
    ),
    body: rest.join('\r\n\r\n'),
  };
}

/** The head of a request with a target as it stands, one answer on the connection. */
export const head = (target: string, lines: Record<string, string> = {}, method = 'GET'): string =>
  `${method} ${target} HTTP/1.1\r\n${Object.entries({ connection: 'close', ...lines })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
