import type { Answer, Question } from '../catalogue.ts';
import { access } from './access.ts';
import { confirmation } from './confirmation.ts';
import { contacts } from './contacts.ts';
import { documents } from './documents.ts';
import { messages } from './messages.ts';
import { payments } from './payments.ts';
import { policies } from './policies.ts';
import { registration } from './registration.ts';
import { requests } from './requests.ts';

/** Every answer in this language. */
export const answers: Record<Question, Answer> = {
  ...registration,
  ...access,
  ...messages,
  ...confirmation,
  ...payments,
  ...policies,
  ...contacts,
  ...documents,
  ...requests,
};
