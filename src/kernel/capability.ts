import type { Context } from './context.ts';
import type { Intake } from './intake.ts';
import type { Language } from './language.ts';
import type { MessageKind } from './message.ts';
import type { Figure } from './meter.ts';
import type { Operation } from './operation.ts';
import type { ReasonWords } from './outcome.ts';
import type { NumberSetting } from './settings.ts';
import type { Schedule, Task } from './tasks.ts';
import type { Customer, ProviderNotice } from './viewer.ts';
import type { Vitals } from './vital.ts';

/** One line of *Da fare* on Home. The smaller `urgency`, the sooner it is shown. */
export type Todo = {
  /** Stable name, for tests and for the page that draws some of them larger: `payments.due`. */
  code: string;
  urgency: number;
  title: string;
  text: string;
  way: { href: string; text: string };
  /** A file to take along, beside the way: the due day for one's calendar. */
  file?: { href: string; text: string };
  /** What the big card shows beside the words, when the thing has them. */
  card?: { tag: string; tone: 'warn' | 'bad' | 'info'; about: string; amountCents: number; line: string };
};

/** An act of the customer: dispositive (confirmed by a code) or not, and why (CNF-11). */
export type Act = { name: string; dispositive: boolean; because: string };

/**
 * What a capability contributes: the rest of the program iterates over these and names no capability.
 * Members are methods or wide types on purpose, so that each capability keeps its own exact types inside.
 */
export type Capability = {
  name: string;
  /** Tables that this capability alone writes. */
  tables: readonly string[];
  settings?: Record<string, NumberSetting>;
  // biome-ignore lint/suspicious/noExplicitAny: a list of operations with different inputs; each is read back by its own schema
  operations?: readonly Operation<any, any>[];
  // biome-ignore lint/suspicious/noExplicitAny: as above, each task reads its data by its own schema
  tasks?: readonly Task<any>[];
  schedules?: readonly Schedule[];
  // biome-ignore lint/suspicious/noExplicitAny: as above, for the facts of messages
  messages?: readonly MessageKind<any>[];
  // biome-ignore lint/suspicious/noExplicitAny: as above, for the values of reasons
  reasons?: ReasonWords<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above, for the rows of the core system
  intakes?: readonly Intake<any>[];
  acts?: readonly Act[];
  /** Stores a notice that an outside provider posted, to be handled afterwards; false when it is none of this capability's. */
  receiveNotice?(context: Context, viewer: ProviderNotice, body: unknown): Promise<boolean>;
  /** Numbers that operators watch and that stand in the database: few and cheap, for every scrape asks for them. */
  figures?(context: Context): Promise<readonly Figure[]>;
  /** How its part of the outside world has been in the last minutes. */
  vitals?: Vitals;
  todo?(context: Context, viewer: Customer, language: Language): Promise<Todo[]>;
};
