// node simulators/satispay/main.ts --port 0 [--state FILE] [--retry-milliseconds 1000] [--clock-ahead-seconds 0] [--with-parent]
import { parseArgs } from 'node:util';
import { run } from '../run.ts';
import { startSatispay } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    state: { type: 'string' },
    'retry-milliseconds': { type: 'string', default: '1000' },
    'clock-ahead-seconds': { type: 'string', default: '0' },
    'with-parent': { type: 'boolean', default: false },
  },
});

const { port, address, code, close } = await startSatispay({
  port: Number(values.port),
  stateFile: values.state,
  retryMilliseconds: Number(values['retry-milliseconds']),
  clockAheadMilliseconds: Number(values['clock-ahead-seconds']) * 1000,
});
run({ port, address, code }, values['with-parent'], close);
