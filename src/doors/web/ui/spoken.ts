import type { Language } from '#kernel/language.ts';

const forms: Record<Language, { minus: string; one: string; many: string; join(euros: string, rest: number): string }> =
  {
    it: { minus: 'meno ', one: '1 euro', many: 'euro', join: (euros, rest) => `${euros} e ${rest}` },
    en: { minus: 'minus ', one: '1 euro', many: 'euros', join: (euros, rest) => `${euros} ${rest}` },
    de: { minus: 'minus ', one: '1 Euro', many: 'Euro', join: (euros, rest) => `${euros} ${rest}` },
  };

/** An amount as a person says it, `312 euro e 40`, for whoever listens to an amount drawn in two sizes. */
export function spokenMoney(amount: number, language: Language): string {
  const form = forms[language];
  const whole = Math.floor(Math.abs(amount) / 100);
  const rest = Math.abs(amount) % 100;
  const euros = whole === 1 ? form.one : `${whole} ${form.many}`;
  return `${amount < 0 ? form.minus : ''}${rest === 0 ? euros : form.join(euros, rest)}`;
}
