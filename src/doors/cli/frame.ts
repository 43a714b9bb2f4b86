// What every command shares: how it ends, what it prints, how it gets a running program.
import { styleText } from 'node:util';
import type { Command } from 'commander';
import { type Program, type Role, start } from '#compose.ts';

export type Exit = 0 | 1 | 2 | 3;

/** How a command ends: done, failed, wrong usage, partly done. */
export const exits = { ok: 0, failed: 1, usage: 2, partly: 3 } as const;

/** The exit code of this command, when it is not 0. */
export function end(exit: Exit): void {
  process.exitCode = exit;
}

/** Adds a noun with its verbs to the command line. */
export type Noun = (program: Command) => void;

/** A sentence for the person at the terminal: on standard error, so that standard output stays clean for machines. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

type Style = Parameters<typeof styleText>[0];
/** Colours only on a terminal, and never with NO_COLOR. */
export const styled = (style: Style, text: string): string => styleText(style, text, { stream: process.stdout });

/** Prints the result: the lines on a terminal, one JSON value with `--json`. */
export function print(options: { json?: boolean }, data: unknown, lines: readonly string[]): void {
  process.stdout.write(options.json ? `${JSON.stringify(data)}\n` : lines.map((line) => `${line}\n`).join(''));
}

/** Columns as wide as their widest cell; the last one is not padded. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((kept, row) => row.map((cell, at) => Math.max(kept[at] ?? 0, cell.length)), []);
  return rows.map((row) =>
    row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  '),
  );
}

/** Runs with a program of this role and closes it whatever happens. */
async function withProgram<T>(role: Role, run: (program: Program) => Promise<T>): Promise<T> {
  const program = await start(role, process.env);
  try {
    return await run(program);
  } finally {
    await program.close();
  }
}

/** The same for commands that only need the context. */
export const withContext = <T>(role: Role, run: (context: Program['context']) => Promise<T>): Promise<T> =>
  withProgram(role, (program) => run(program.context));
