import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import {
  findRun,
  type Progress,
  type Run,
  type RunReason,
  refusedRows,
  resumeImport,
  runImport,
} from '#capabilities/integration/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { system } from '#kernel/viewer.ts';
import { end, exits, type Noun, print, say, table, withContext } from './frame.ts';
import { memoryMax } from './memory.ts';
import { grouped, meter } from './meter.ts';

type Options = { json?: boolean; report?: string };
type Verb = typeof runImport | typeof resumeImport;

/** The report on standard output shows this many refused rows; all of them go to the file of `--report`. */
const refusedShown = 20;

export const imports: Noun = (program) => {
  const noun = program.command('import').description('deliveries of the core system');
  const verb = (name: string, says: string, take: Verb) =>
    noun
      .command(`${name} <folder>`)
      .description(says)
      .option('--report <file>', 'writes every refused row as JSON Lines')
      .option('--json', 'for machines')
      .action((folder: string, options: Options) =>
        withContext('command', (context) => importFolder(context, take, folder, options)),
      );
  verb('run', 'takes a delivery; the same one twice changes nothing. Ends with 3 when rows were refused', runImport);
  verb('resume', 'goes on with a delivery that was interrupted, where it was', resumeImport);
  noun
    .command('status [run]')
    .description('how far a run is, the newest one unless named, with its refused rows')
    .option('--report <file>', 'writes every refused row as JSON Lines')
    .option('--json', 'for machines')
    .action((id: string | undefined, options: Options) =>
      withContext('command', async (context) => {
        const run = await findRun(context, id);
        if (run) return report(context, run, options);
        say(id ? `There is no run ${id}.` : 'Nothing has been imported yet.');
        end(exits.failed);
      }),
    );
};

async function importFolder(context: Context, take: Verb, folder: string, options: Options): Promise<void> {
  // Rows pass through by the million: what they leave behind is cleared away early instead of late, so that the memory of
  // an import depends neither on its size nor on how much the machine has.
  setFlagsFromString('--heap-growing-percent=40');
  const began = performance.now();
  let done = 0;
  const byEntity = new Map<string, number>();
  let line: ReturnType<typeof meter> | undefined;
  let refused = 0;
  const onProgress = (progress: Progress) => {
    line ??= meter(progress.rowsOfAll, options.json ?? false);
    byEntity.set(progress.entity, progress.refused);
    done = progress.rowsBefore + progress.rowsDone;
    refused = [...byEntity.values()].reduce((sum, count) => sum + count, 0);
    line.at(progress.entity, done, refused);
  };
  const outcome: Outcome<Run, RunReason> = await take(context, system('import'), {
    folder: resolve(folder),
    onProgress,
  });
  line?.end();
  if (outcome.ok) {
    const seconds = (performance.now() - began) / 1000;
    const { user, system: inSystem } = process.cpuUsage();
    return report(context, outcome.value, options, {
      rows: rowsOf(outcome.value),
      seconds,
      cpuSeconds: (user + inSystem) / 1_000_000,
      memoryMaxMb: memoryMax(),
    });
  }
  for (const reason of outcome.reasons) say(sentences[reason.code](reason.values as never));
  end(exits.failed);
}

/** The reasons of an import are read by its operators, in English like the whole command line. */
const sentences: { [Code in RunReason['code']]: (values: Extract<RunReason, { code: Code }>['values']) => string } = {
  'integration.no_manifest': ({ folder }) => `There is no delivery.json in ${folder}.`,
  'integration.bad_manifest': ({ field, problem }) => `delivery.json: ${field} ${problem}.`,
  'integration.unknown_entity': ({ entity }) => `delivery.json names an entity that is not known: ${entity}.`,
  'integration.file_missing': ({ file }) => `The file ${file} of the delivery is missing. Nothing was taken.`,
  'integration.file_damaged': ({ file }) => `The file ${file} does not match its checksum. Nothing was taken.`,
  'integration.bad_header': ({ file, column, problem }) =>
    `${file}: the column ${column} ${problem}. Nothing was taken.`,
  'integration.unfinished_run': ({ run }) =>
    `This delivery was interrupted (run ${run}): go on with \`sportello import resume\`.`,
  'integration.nothing_to_resume': () => 'There is no interrupted run of this delivery.',
};

type Took = { rows: number; seconds: number; cpuSeconds: number; memoryMaxMb: number };

const rowsOf = (run: Run): number => run.files.reduce((sum, file) => sum + file.rowsExpected, 0);

async function report(context: Context, run: Run, options: Options, took?: Took): Promise<void> {
  if (options.report) {
    const all = await refusedRows(context, run.id, Number.MAX_SAFE_INTEGER);
    await writeFile(options.report, all.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
  const refused = await refusedRows(context, run.id, refusedShown);
  const total = run.files.reduce((sum, file) => sum + file.refused, 0);
  print(options, { ...run, refused, ...(took && { took }) }, [
    `Run ${run.id} of delivery ${run.delivery}: ${run.state}`,
    ...table([
      ['entity', 'rows', 'written', 'unchanged', 'refused', 'waiting'],
      ...run.files.map((file) => [
        file.entity,
        ...[file.rowsExpected, file.written, file.unchanged, file.refused, file.waiting].map(String),
      ]),
    ]),
    ...(took
      ? [
          `${grouped(took.rows)} rows in ${grouped(took.seconds)} s, ${grouped(took.rows / took.seconds)}/s; at most ${took.memoryMaxMb} MB of memory`,
        ]
      : []),
    ...refused.map((row) => `${row.file}:${row.line} ${row.field}: ${row.reason}`),
    ...(total > refused.length ? [`… and more: ${total} rows were refused; --report writes them all to a file.`] : []),
  ]);
  if (total > 0) end(exits.partly);
}
