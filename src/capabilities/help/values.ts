// The numbers and names in the answers: each comes from the setting or rule that decides it, so no answer can be out of
// date. A number setting is `{ITS_VARIABLE}`; one that is a time is also `{ITS_VARIABLE_text}`, "15 minuti".
import { methodLimits, windowDays } from '#capabilities/payments/index.ts';
import { brandOf } from '#kernel/brand.ts';
import type { Context } from '#kernel/context.ts';
import { money } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { NumberSetting } from '#kernel/settings.ts';
import { say as words } from './words/say.ts';

export type Values = Record<string, string | number>;

/** Everything an answer may name. */
export function valuesFor(context: Context, language: Language): Values {
  const values: Values = {
    phone: brandOf(context).supportPhone.replaceAll(' ', '\u00a0'),
    host: new URL(context.settings.text.publicAddress).hostname,
    motorBefore: windowDays.motor.before,
    motorAfter: windowDays.motor.after,
    lifeAfter: windowDays.life.after,
    otherBefore: windowDays.other.before,
    cardLife: money(methodLimits.life.card, language),
    cardNonLife: money(methodLimits.nonLife.card, language),
    satispayLife: money(methodLimits.life.satispay, language),
    satispayNonLife: money(methodLimits.nonLife.satispay, language),
  };
  for (const setting of context.capabilities.flatMap((one) => Object.values(one.settings ?? {}))) {
    const value = context.settings.value(setting);
    values[setting.env] = value;
    const text = timeText(setting, value, language);
    if (text) values[`${setting.env}_text`] = text;
  }
  return values;
}

/** A length of time in words; nothing for what is no time. */
function timeText(setting: NumberSetting, value: number, language: Language): string | undefined {
  const say = words(language);
  switch (setting.unit) {
    case 'minutes':
      return value % 60 === 0 ? say('help.hours', { count: value / 60 }) : say('help.minutes', { count: value });
    case 'hours':
      return say('help.hours', { count: value });
    case 'days':
      return value % 365 === 0 ? say('help.years', { count: value / 365 }) : say('help.days', { count: value });
    default:
      return undefined;
  }
}
