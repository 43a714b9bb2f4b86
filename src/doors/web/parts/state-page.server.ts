// The page of what works now, in words. It names no machine and no provider: a stranger learns what a customer would.
import { helpWords, type LineState, type PortalState, type StateLine } from '#capabilities/help/index.ts';
import { brandOf } from '#kernel/brand.ts';
import type { Context } from '#kernel/context.ts';
import { dayAndTime, time } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';

type Say = ReturnType<typeof helpWords>;
type Tone = 'ok' | 'warn' | 'bad' | 'plain';

const tones: Record<LineState, Tone> = { ok: 'ok', slow: 'warn', down: 'bad', unknown: 'plain' };
const names = {
  pages: 'home',
  card: 'credit-card',
  mybank: 'agency',
  satispay: 'mobile',
  email: 'mail',
  sms: 'request',
  documents: 'document',
  tasks: 'clock',
  data: 'refresh',
} as const;
type Name = keyof typeof names;
const isName = (name: string): name is Name => Object.hasOwn(names, name);

/** What is said of a line beside its name and tag; nothing when it works. */
function textOf(say: Say, name: Name, line: StateLine, language: Language): string | undefined {
  if (name === 'data' && line.asOf)
    return say(line.state === 'ok' ? 'help.state_data_text' : 'help.state_data_slow', {
      when: dayAndTime(line.asOf, language),
    });
  if (line.state === 'ok') return undefined;
  if (line.state === 'unknown') return say('help.state_unknown_text');
  switch (name) {
    case 'pages':
      return say(`help.state_pages_${line.state}`);
    case 'tasks':
      return say(`help.state_tasks_${line.state}`);
    case 'email':
    case 'sms':
      return say(`help.state_channel_${line.state}`);
    case 'documents':
      return say('help.state_documents_down');
    case 'data':
      return undefined;
    default:
      return say(`help.state_method_${line.state}`);
  }
}

/** Title, the whole in one sentence, then line by line. */
export function statePage(context: Context, state: PortalState, language: Language) {
  const say = helpWords(language);
  const isBlind = state.lines.some((line) => line.name === 'pages' && line.state === 'down');
  return {
    title: say('help.state_title'),
    lead: say('help.state_lead', { time: time(state.checkedAt, language) }),
    tone: state.overall === 'unknown' ? ('info' as const) : (tones[state.overall] as 'ok' | 'warn' | 'bad'),
    overall: say(isBlind ? 'help.state_all_pages' : `help.state_all_${state.overall}`),
    text: isBlind
      ? say('help.state_all_pages_text', { phone: brandOf(context).supportPhone.replaceAll(' ', '\u00a0') })
      : undefined,
    list: say('help.state_list'),
    again: say('help.state_again'),
    lines: state.lines.flatMap((line) => {
      const { name } = line;
      if (!isName(name)) return [];
      const isLate = name === 'data' && line.state === 'slow';
      return {
        name,
        icon: names[name],
        title: say(`help.state_${name}`),
        text: textOf(say, name, line, language),
        tag: { tone: tones[line.state], text: say(isLate ? 'help.state_late' : `help.state_${line.state}`) },
      };
    }),
  };
}
