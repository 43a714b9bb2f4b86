// Why can't I, and what now? [HLP-1] [HLP-2] [HLP-3]
// The answers are content (content/), the pages of reasons come from the capabilities that refuse; numbers from settings.
import type { Capability } from '#kernel/capability.ts';
import { sweepWords } from './commands.ts';
import { settings } from './settings.ts';
import { tables } from './store.server.ts';

export { giveFeedback, giveWords } from './commands.ts';
export type { Area, Part } from './content/catalogue.ts';
export { type AppPage, appPage, type GuideLink, type GuidePage, guideLinks, guidePage } from './guide-views.ts';
export type { ServiceNotice } from './notice-store.server.ts';
export { clearServiceNotice, noticeFor, noticeText, serviceNotice, setServiceNotice } from './notices.ts';
export type { LineState, StateLine } from './rules/state.ts';
export { type PortalState, stateOf } from './state.ts';
export {
  type AnswerPage,
  answerPage,
  centre,
  type HelpCentre,
  helpAbout,
  helpFor,
  type Opinions,
  opinions,
  type QuestionLink,
  type ReasonPage,
  reasonPage,
  reasonPath,
} from './views.ts';
export { say as helpWords } from './words/say.ts';

export const capability: Capability = {
  name: 'help',
  tables,
  settings,
  schedules: [sweepWords],
  acts: [
    { name: 'help.give_feedback', dispositive: false, because: 'an opinion about a text, kept without a name' },
    { name: 'help.give_words', dispositive: false, because: 'words about a text, kept without a name' },
  ],
};
