// What Home asks of a customer about contacts. [CNF-5]
import type { Todo } from '#kernel/capability.ts';
import type { Context } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import type { Customer } from '#kernel/viewer.ts';
import { mask } from './rules/mask.ts';
import { urgency } from './settings.ts';
import { claimsOf } from './store.server.ts';
import { hasEligible } from './views.ts';
import { say } from './words/say.ts';

/** A username or confirmation contact that the agency has ended, or no confirmation contact: to choose, or to ask for where none can be chosen. */
export async function todo(context: Context, viewer: Customer, language: Language): Promise<Todo[]> {
  const words = say(language);
  const claims = await claimsOf(context, viewer.accountId);
  const username = claims.find((one) => one.role === 'username');
  const confirmation = claims.find((one) => one.role === 'confirmation');
  const choose = { href: '/profilo/recapiti/scegli', text: words('contacts.way_choose') };
  const found: Todo[] = [];
  const canChoose = (confirmation && !confirmation.isEnded) || (await hasEligible(context, viewer));
  const way = canChoose ? choose : { ...choose, text: words('contacts.way_ask') };
  if (!confirmation && !canChoose) {
    found.push({
      code: 'contacts.none_eligible',
      urgency: urgency.noConfirmation,
      title: words('contacts.todo_ask'),
      text: words('contacts.todo_ask_text'),
      way,
    });
  } else if (!confirmation) {
    found.push({
      code: 'contacts.no_confirmation',
      urgency: urgency.noConfirmation,
      title: words('contacts.todo_choose'),
      text: words('contacts.todo_choose_text'),
      way: choose,
    });
  } else if (confirmation.isEnded) {
    found.push({
      code: 'contacts.confirmation_ended',
      urgency: urgency.confirmationEnded,
      title: words('contacts.todo_ended'),
      text: words('contacts.todo_ended_text', { contact: mask(confirmation.value) }),
      way,
    });
  }
  if (username?.isEnded) {
    found.push({
      code: 'contacts.username_ended',
      urgency: urgency.usernameEnded,
      title: words('contacts.todo_username'),
      text: words('contacts.todo_username_text', { contact: mask(username.value) }),
      way: { href: '/assistenza', text: words('contacts.way_support') },
    });
  }
  return found;
}
