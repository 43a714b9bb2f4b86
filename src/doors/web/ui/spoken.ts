import type { Language } from '#kernel/language.ts';

/** `312 euro e 40`; fewer than ten cents are said as such, because `e 1` could be anything. */
const forms: Record<
  Language,
  { minus: string; euro: string; euros: string; and: string; cent: string; cents: string; andCents: string }
> = {
  it: {
    minus: 'meno ',
    euro: 'euro',
    euros: 'euro',
    and: ' e ',
    cent: 'centesimo',
    cents: 'centesimi',
    andCents: ' e ',
  },
  en: { minus: 'minus ', euro: 'euro', euros: 'euros', and: ' ', cent: 'cent', cents: 'cents', andCents: ' and ' },
  de: { minus: 'minus ', euro: 'Euro', euros: 'Euro', and: ' ', cent: 'Cent', cents: 'Cent', andCents: ' und ' },
};

/** An amount as a person says it, `312 euro e 40`, for whoever listens to an amount drawn in two sizes. */
export function spokenMoney(amount: number, language: Language): string {
  const form = forms[language];
  const whole = Math.floor(Math.abs(amount) / 100);
  const rest = Math.abs(amount) % 100;
  const euros = `${amount < 0 ? form.minus : ''}${whole} ${whole === 1 ? form.euro : form.euros}`;
  if (rest === 0) return euros;
  return rest < 10
    ? `${euros}${form.andCents}${rest} ${rest === 1 ? form.cent : form.cents}`
    : `${euros}${form.and}${rest}`;
}
