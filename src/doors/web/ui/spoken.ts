import type { Language } from '#kernel/language.ts';

type Form = {
  minus: string;
  one: string;
  many: string;
  join(euros: string, rest: number): string;
  /** Fewer than ten cents are said as such: `e 1` could be anything. */
  few(euros: string, rest: number): string;
};

const forms: Record<Language, Form> = {
  it: {
    minus: 'meno ',
    one: '1 euro',
    many: 'euro',
    join: (euros, rest) => `${euros} e ${rest}`,
    few: (euros, rest) => `${euros} e ${rest === 1 ? '1 centesimo' : `${rest} centesimi`}`,
  },
  en: {
    minus: 'minus ',
    one: '1 euro',
    many: 'euros',
    join: (euros, rest) => `${euros} ${rest}`,
    few: (euros, rest) => `${euros} and ${rest === 1 ? '1 cent' : `${rest} cents`}`,
  },
  de: {
    minus: 'minus ',
    one: '1 Euro',
    many: 'Euro',
    join: (euros, rest) => `${euros} ${rest}`,
    few: (euros, rest) => `${euros} und ${rest} Cent`,
  },
};

/** An amount as a person says it, `312 euro e 40`, for whoever listens to an amount drawn in two sizes. */
export function spokenMoney(amount: number, language: Language): string {
  const form = forms[language];
  const whole = Math.floor(Math.abs(amount) / 100);
  const rest = Math.abs(amount) % 100;
  const euros = whole === 1 ? form.one : `${whole} ${form.many}`;
  return `${amount < 0 ? form.minus : ''}${rest === 0 ? euros : rest < 10 ? form.few(euros, rest) : form.join(euros, rest)}`;
}
