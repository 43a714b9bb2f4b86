// Pairing with Satispay: once per shop, with a code from its dashboard. [PAY-10]
import { pairSatispay, settingsOf } from '#compose.ts';
import { audit } from '#kernel/audit.ts';
import type { Context } from '#kernel/context.ts';
import { transaction } from '#kernel/context.ts';
import { system } from '#kernel/viewer.ts';
import { end, exits, type Noun, print, say, withContext } from './frame.ts';

type Options = { json?: boolean };

/** What to do about each way in which it can fail. */
const failures = {
  unknown_code:
    'Satispay does not know this code. Codes of the test environment mean nothing in production, and the reverse.',
  used_code: 'This code has been used. Make a new one in the dashboard and pair again.',
  bad_key: 'Satispay did not take our key. Pair again; if it goes on, ask Satispay.',
  bad_request: 'Satispay did not take the request. Is the code complete?',
  timeout:
    'Satispay did not answer in time. Whether the code has been used is not known: make a new one and pair again.',
  connection:
    'The connection to Satispay broke. Whether the code has been used is not known: make a new one and pair again.',
  unreadable: 'What answers at SATISPAY_ADDRESS is not Satispay.',
  unreachable: 'Nobody answers at SATISPAY_ADDRESS. The code has not been used.',
  fault: 'Satispay has a fault. Whether the code has been used is not known: make a new one and pair again.',
} as const;

export const satispay: Noun = (program) => {
  program
    .command('satispay')
    .description('the payment provider Satispay')
    .command('pair <code>')
    .description('pairs with the shop that made the activation code, in the place of a pairing before')
    .option('--json', 'for machines')
    .action(async (code: string, options: Options) => {
      const { satispayAddress: address } = settingsOf(process.env).text;
      if (!address) {
        say('SATISPAY_ADDRESS is empty: it names the environment to pair with.');
        return end(exits.usage);
      }
      await withContext('command', (context) => pair(context, address, code.trim(), options));
    });
};

async function pair(context: Context, address: string, code: string, options: Options): Promise<void> {
  const pairing = await pairSatispay(context, code);
  if (pairing.kind !== 'paired') {
    say(failures[pairing.why]);
    return end(exits.failed);
  }
  const { keyId } = pairing;
  await transaction(context, (tx) =>
    audit(tx, system('satispay.pair'), { act: 'payments.paired', facts: { address } }),
  );
  print(options, { provider: 'satispay', address, keyId }, [
    `Paired with Satispay at ${address}, key ${keyId}.`,
    'Restart web and worker: they offer Satispay from then on.',
  ]);
}
