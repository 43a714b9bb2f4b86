// What Home asks of a customer about requests: a desk waits for an answer. [REQ-2]
import type { Todo } from '#kernel/capability.ts';
import type { Context } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import type { Customer } from '#kernel/viewer.ts';
import { todoUrgency } from './settings.ts';
import { requestsAskingBack } from './store.server.ts';
import { say } from './words/say.ts';

export async function todo(context: Context, viewer: Customer, language: Language): Promise<Todo[]> {
  const words = say(language);
  const requests = await requestsAskingBack(context, viewer.partyId);
  return requests.map((request) => ({
    code: 'requests.asks',
    urgency: todoUrgency,
    title: words(request.agencyId ? 'requests.todo_asks_agency' : 'requests.todo_asks'),
    text: words('requests.todo_asks_text', {
      number: request.number,
      category: words(`requests.category_${request.category}`),
    }),
    way: { href: `/richieste/${request.publicId}`, text: words('requests.todo_asks_way') },
  }));
}
