// node simulators/inbox/main.ts --http-port 0 --smtp-port 0 [--with-parent]
import { parseArgs } from 'node:util';
import { run } from '../run.ts';
import { startInbox } from './server.ts';

const { values } = parseArgs({
  options: {
    'http-port': { type: 'string', default: '0' },
    'smtp-port': { type: 'string', default: '0' },
    'with-parent': { type: 'boolean', default: false },
  },
});

const { httpPort, smtpPort, close } = await startInbox({
  httpPort: Number(values['http-port']),
  smtpPort: Number(values['smtp-port']),
});
const address = `http://127.0.0.1:${httpPort}`;
run(
  { httpPort, smtpPort, address, smsUrl: `${address}/sms`, mailUrl: `smtp://127.0.0.1:${smtpPort}` },
  values['with-parent'],
  close,
);
