// Listens in on what the program asks of PostgreSQL: a proxy that reads the messages of the client as they pass
// (PostgreSQL, chapter 54: Frontend/Backend Protocol). So a measurement uses exactly the statements of a page.
import net from 'node:net';

/** A statement as it was sent; `values` only for prepared ones. Binary values are given as base64. */
export type Statement = { text: string; values?: (string | null | { base64: string })[] };

export type Recorder = {
  /** The address for the program, instead of the real one. */
  url: string;
  /** What `work` made the program ask, in its order. */
  during(work: () => Promise<unknown>): Promise<Statement[]>;
  close(): Promise<void>;
};

/** Stands between a program and the database at `url`. */
export async function recorder(url: string): Promise<Recorder> {
  const target = new URL(url);
  const folder = target.searchParams.get('host');
  const port = Number(target.port || 5432);
  const texts = new Map<string, string>();
  const sockets = new Set<net.Socket>();
  let heard: Statement[] | undefined;

  const server = net.createServer((client) => {
    const real = folder ? net.connect(`${folder}/.s.PGSQL.${port}`) : net.connect(port, target.hostname);
    for (const socket of [client, real]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => sockets.delete(socket));
    }
    const listen = listener(texts, (statement) => heard?.push(statement));
    client.on('data', listen);
    client.pipe(real).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const own = new URL(url);
  own.searchParams.delete('host');
  own.hostname = '127.0.0.1';
  own.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: own.href,
    async during(work) {
      heard = [];
      await work();
      const all = heard;
      heard = undefined;
      return all;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Reads a client's stream of messages: a length first, and after the start-up message a letter before each. */
function listener(texts: Map<string, string>, hear: (statement: Statement) => void): (data: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isStarted = false;
  return (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const head = isStarted ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      if (isStarted) read(message, texts, hear);
      isStarted = true;
    }
  };
}

function read(message: Buffer, texts: Map<string, string>, hear: (statement: Statement) => void): void {
  let at = 5;
  const text = () => {
    const end = message.indexOf(0, at);
    const found = message.toString('utf8', at, end);
    at = end + 1;
    return found;
  };
  const short = () => {
    at += 2;
    return message.readInt16BE(at - 2);
  };
  switch (String.fromCharCode(message[0] ?? 0)) {
    case 'Q':
      hear({ text: text() });
      break;
    case 'P': {
      const name = text();
      texts.set(name, text());
      break;
    }
    case 'B': {
      text();
      const statement = texts.get(text()) ?? '';
      const formats = Array.from({ length: short() }, short);
      const values = Array.from({ length: short() }, (_none, index) => {
        const length = message.readInt32BE(at);
        at += 4;
        if (length < 0) return null;
        const value = message.subarray(at, at + length);
        at += length;
        const isBinary = (formats.length === 1 ? formats[0] : formats[index]) === 1;
        return isBinary ? { base64: value.toString('base64') } : value.toString('utf8');
      });
      hear({ text: statement, values });
    }
  }
}
