// CNF-11: every act of the customer, dispositive or not, with the reason. The forms of the pages and the operations of the
// capabilities are compared with what is listed, so a new one is listed or this fails.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { capabilities } from '#capabilities/all.ts';

const acts = capabilities.flatMap((capability) => capability.acts ?? []);
const operations = capabilities.flatMap((capability) => capability.operations ?? []).map((operation) => operation.kind);

/** Form of a customer's page → what it does. Proposing is the act that the code then confirms. */
const forms: Record<string, string> = {
  'conferma/[operazione]?/conferma': 'confirmed',
  'conferma/[operazione]?/nuovo': 'confirmation.request_code',
  'esito/[operazione]?/rinuncia': 'payments.give_up',
  'polizze/[polizza]/paga/[rata]?/paga': 'payments.pay',
  'polizze/[polizza]/versamento?/versa': 'payments.contribute',
  'profilo/accessi?/chiudi': 'access.end_session',
  'profilo/accessi?/dimentica': 'access.forget_device',
  'profilo/accessi?/ovunque': 'access.end_session',
  'profilo/recapiti?/chiedi': 'requests.ask_for_contact',
  'profilo/recapiti/scegli?/scegli': 'contacts.choose_confirmation',
  'richieste/agenzia?/invia': 'requests.ask_agency',
  'richieste/[richiesta]?/scrivi': 'requests.write',
  'richieste/[richiesta]?/chiudi': 'requests.settle',
};

/** The names of a page's actions: written in its file, or in the part that makes them for several pages. */
function actionsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const at = source.indexOf('export const actions');
  if (at < 0) return [];
  const made = /export const actions[^=]*= (\w+)\(/.exec(source)?.[1];
  return namesIn(made ? partWith(made) : source.slice(at));
}

const namesIn = (source: string): string[] =>
  [...source.matchAll(/^ {2,4}(?:async (\w+)\(|(\w+): )/gm)].flatMap(([, method, field]) => method ?? field ?? []);

function partWith(name: string): string {
  for (const file of globSync('src/doors/web/parts/*.server.ts')) {
    const source = readFileSync(file, 'utf8');
    const at = source.search(new RegExp(`export (const|function) ${name}\\b`));
    if (at >= 0) return source.slice(at);
  }
  throw new Error(`no part makes ${name}`);
}

test('[CNF-11] every operation is listed as dispositive, and nothing else is', () => {
  const dispositive = acts.filter((act) => act.dispositive).map((act) => act.name);
  expect(dispositive.sort()).toEqual([...operations].sort());
});

test('[CNF-11] every act is listed once, with its reason', () => {
  expect(new Set(acts.map((act) => act.name)).size).toBe(acts.length);
  for (const act of acts) expect(act.because.length, act.name).toBeGreaterThan(10);
});

test('[CNF-11] every form of a signed-in customer does something that is listed', () => {
  const found = globSync('src/doors/web/routes/(cliente)/**/+page.server.ts').flatMap((file) => {
    const path = file.split('(cliente)/')[1]?.replace(/\/?\+page\.server\.ts$/, '') ?? '';
    return actionsOf(file).map((action) => `${path}?/${action}`);
  });
  expect(found.sort()).toEqual(Object.keys(forms).sort());
  const names = new Set(acts.map((act) => act.name));
  expect(Object.values(forms).filter((name) => name !== 'confirmed' && !names.has(name))).toEqual([]);
});
