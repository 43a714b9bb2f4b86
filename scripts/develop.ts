// The web of `npm run dev`: Vite's server with the same front door, ready like the built one.
import { createServer } from 'vite';
import { root } from './cluster/places.ts';

const server = await createServer({
  root,
  server: { host: '127.0.0.1', port: Number(process.env.PORT), strictPort: true },
});
await server.listen();
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
process.send?.('ready');
