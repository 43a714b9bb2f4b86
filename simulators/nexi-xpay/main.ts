// node simulators/nexi-xpay/main.ts --port 0 [--key KEY] [--state FILE] [--keep-open-minutes 30] [--keep-open-minutes-mybank 60] [--retry-milliseconds 1000] [--with-parent]
import { parseArgs } from 'node:util';
import { run } from '../run.ts';
import { startNexiXpay } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    key: { type: 'string', default: 'simulator' },
    state: { type: 'string' },
    'keep-open-minutes': { type: 'string', default: '30' },
    'keep-open-minutes-mybank': { type: 'string', default: '60' },
    'retry-milliseconds': { type: 'string', default: '1000' },
    'with-parent': { type: 'boolean', default: false },
  },
});

const { port, address, close } = await startNexiXpay({
  port: Number(values.port),
  key: values.key,
  stateFile: values.state,
  keepOpenMinutes: {
    CARDS: Number(values['keep-open-minutes']),
    MYBANK: Number(values['keep-open-minutes-mybank']),
  },
  retryMilliseconds: Number(values['retry-milliseconds']),
});
run({ port, address, key: values.key }, values['with-parent'], close);
