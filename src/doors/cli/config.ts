import { capabilities } from '#capabilities/all.ts';
import { settingsOf } from '#compose.ts';
import { ConfigurationError, type TextSetting, type Texts, texts } from '#kernel/settings.ts';
import { demoFaults } from '../../refusals.ts';
import { end, exits, type Noun, print } from './frame.ts';

type Line = { env: string; value: string | number; isDefault: boolean; says: string };

export const config: Noun = (program) => {
  const noun = program.command('config').description('what the environment says, read as the program reads it');
  noun
    .command('print')
    .description('every setting with its value; secrets are never printed')
    .option('--redacted', 'the same: said so that nobody fears to paste it')
    .option('--json', 'for machines')
    .action((options: { json?: boolean }) => {
      const lines = valuesOf();
      print(
        options,
        Object.fromEntries(lines.map((line) => [line.env, line.value])),
        lines.flatMap((line) => [`# ${line.says}`, `${line.isDefault ? '# ' : ''}${line.env}=${line.value}`, '']),
      );
    });
  noun
    .command('check')
    .description('names every problem of the environment at once; ends with 1 when there is one')
    .option('--json', 'for machines')
    .action((options: { json?: boolean }) => {
      const faults = faultsOf();
      print(options, { ok: faults.length === 0, faults }, [
        ...faults.map((fault) => `${fault.env} ${fault.problem}`),
        ...(faults.length === 0 ? ['The configuration is right.'] : []),
      ]);
      if (faults.length > 0) end(exits.failed);
    });
};

function valuesOf(): Line[] {
  const settings = settingsOf(process.env);
  const general = (Object.entries(texts) as [keyof Texts, TextSetting][]).map(([name, setting]) => {
    const value = settings.text[name];
    const shown = setting.isSecret && value !== '' ? '(hidden)' : value;
    return { env: setting.env, value: shown, isDefault: value === (setting.default ?? ''), says: setting.says };
  });
  const numbers = capabilities.flatMap((capability) =>
    Object.values(capability.settings ?? {}).map((setting) => ({
      env: setting.env,
      value: settings.value(setting),
      isDefault: settings.value(setting) === setting.default,
      says: `${setting.says} (${setting.unit}) [${setting.id}]`,
    })),
  );
  return [...general, ...numbers];
}

function faultsOf() {
  try {
    return demoFaults(settingsOf(process.env, 'web').text);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
}
