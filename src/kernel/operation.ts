import type { z } from 'zod';
import type { Context, Transaction } from './context.ts';
import type { Language } from './language.ts';
import type { Outcome, Reason } from './outcome.ts';
import type { Customer } from './viewer.ts';

/** A fact as it goes into hashes, messages and attestations: text, numbers, lists of them. No dates of today, no language. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };
export type Facts = { readonly [name: string]: Fact };

/** Where a code goes: a contact of the party, with the value it had when it was chosen. */
export type Destination = { contactId: string; kind: 'email' | 'mobile'; value: string };

/** One line of the box that says what is being confirmed, in the reader's words. */
export type StatementLine = { label: string; value: string; isAmount?: boolean; isIdentifier?: boolean };

/** What an operation is, in words: for the page of the code, its message, the outcome and the help. */
export type OperationWords = {
  /** `Paga la rata`: the name of the flow. */
  title: string;
  /** `Conferma e paga 312,40 €`: what the button does. */
  button: string;
  lines: StatementLine[];
  /** After the code: `per pagare 312,40 € a Compagnia Esempio (Auto, rata 30/11)`. */
  forSms: string;
  /** Which step of its flow the page of the code is. */
  progress?: { step: number; steps: number };
};

/**
 * A dispositive operation: what a code confirms (design.md §5). `describe` gives facts without language or today's date,
 * or the hash that the code is bound to would move by itself.
 */
export type Operation<Input = unknown, Statement extends Facts = Facts> = {
  kind: string;
  input: z.ZodType<Input>;
  /** May this viewer do this now? Asked when proposed and again when confirmed. */
  authorise(context: Context, viewer: Customer, input: Input): Promise<Outcome<unknown, Reason>>;
  /** What exactly would be done; only called after `authorise` said yes. */
  describe(context: Context, viewer: Customer, input: Input): Promise<Statement>;
  words(statement: Statement, language: Language): OperationWords;
  /** Where the code goes, when not to the confirmation contact. */
  destination?(context: Context, viewer: Customer, input: Input): Promise<Outcome<Destination, Reason>>;
  /** Inside the transaction that consumes the code. Returns the facts of the attestation and where to go next. */
  execute(
    tx: Transaction,
    viewer: Customer,
    input: Input,
    /** `publicId` is the operation's id in addresses. */
    confirmed: { operationId: string; publicId: string; statement: Statement },
  ): Promise<{ facts: Facts; next: string }>;
  /** May talk outside; when it fails or the process dies, a task recorded by `execute` does it. */
  afterCommit?(context: Context, viewer: Customer, input: Input, operationId: string): Promise<void>;
  /** Where the page of the code leads back to when somebody gives up. */
  back(statement: Statement): string;
};
