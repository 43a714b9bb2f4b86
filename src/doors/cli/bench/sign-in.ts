// Signs in as a customer would: username, password, and the code that a new device is asked for.

import { fieldsOf, formWith, type Page, type Visitor, visitor } from './visitor.ts';
import type { BenchPortal } from './world.ts';

/** A signed-in visitor; throws with the page where it stopped when it is not let in. */
export async function signedIn(portal: BenchPortal, username: string, password: string): Promise<Visitor> {
  const customer = visitor(portal.address);
  let page = await fillIn(customer, await customer.get('/accesso'), username, password);
  const codes = page.forms.find((form) => Object.values(form.types).includes('code'));
  if (codes) {
    const [field = ''] = fieldsOf(codes, 'code');
    page = await customer.send(codes, { [field]: await codeFor(portal) });
  }
  if (page.status !== 200 || page.forms.some((form) => Object.values(form.types).includes('password'))) {
    throw new Error(`${username} was not let in: ${page.status} ${page.url}`);
  }
  return customer;
}

/** Fills in a sign-in page: the field before the password is the username, whatever its name. */
export function fillIn(customer: Visitor, page: Page, username: string, password: string): Promise<Page> {
  const form = formWith(page, 'password');
  const [secret = ''] = fieldsOf(form, 'password');
  const [name = ''] = [...fieldsOf(form, 'email'), ...fieldsOf(form, 'text')];
  return customer.send(form, { [name]: username, [secret]: password });
}

/** The newest code of six digits in the inbox. */
async function codeFor(portal: BenchPortal): Promise<string> {
  const answer = await fetch(`${portal.inbox.address}/demo/inbox.json?wait=8`);
  const { messages } = (await answer.json()) as { messages: { text: string }[] };
  const code = messages.map(({ text }) => /\b\d{6}\b/.exec(text)?.[0]).find(Boolean);
  if (!code) throw new Error('no code has arrived in the inbox');
  return code;
}
