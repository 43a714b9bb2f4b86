// The wire between the program and its database: a relay of ours that can be cut, refuse, or go silent.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Wire = {
  /** The same database, through the wire. */
  through(databaseUrl: string): string;
  /** `cut`: what is open ends, what comes is refused. `mute`: everything stays open and nothing passes. */
  become(state: 'whole' | 'cut' | 'mute'): void;
  /** Connections that are open now. */
  open(): number;
  close(): Promise<void>;
};

export async function wire(): Promise<Wire> {
  let state: 'whole' | 'cut' | 'mute' = 'whole';
  let target: { path: string } | { host: string; port: number } | undefined;
  const pairs = new Set<[Socket, Socket | undefined]>();
  const server = createServer((near) => {
    near.on('error', () => {});
    if (state === 'cut' || !target) return near.resetAndDestroy();
    if (state === 'mute') return void pairs.add([near, undefined]);
    const far = connect(target);
    far.on('error', () => {});
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    near.pipe(far);
    far.pipe(near);
    for (const socket of pair) {
      socket.on('close', () => {
        for (const one of pair) one.destroy();
        pairs.delete(pair);
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far?.destroy();
    }
    pairs.clear();
  };
  return {
    through(databaseUrl) {
      const url = new URL(databaseUrl);
      const folder =
        url.searchParams.get('host') ?? (url.hostname.includes('%2F') ? decodeURIComponent(url.hostname) : '');
      const behind = Number(url.searchParams.get('port') ?? (url.port || 5432));
      target = folder.startsWith('/')
        ? { path: `${folder}/.s.PGSQL.${behind}` }
        : { host: url.hostname || '127.0.0.1', port: behind };
      const { username, password, pathname } = url;
      return `postgres://${username}:${password}@127.0.0.1:${port}${pathname}`;
    },
    become(next) {
      state = next;
      if (next === 'mute') {
        for (const [near, far] of pairs) {
          near.unpipe();
          far?.unpipe();
          near.resume();
        }
      } else cut();
    },
    open: () => pairs.size,
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
