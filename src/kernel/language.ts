/** The languages every text exists in; Italian is the default and has no prefix in addresses. */
export const languages = ['it', 'en', 'de'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** An address of ours in a language: `/polizze` is `/de/polizze` in German. */
export const inLanguage = (language: Language, path: string): string => {
  if (language === 'it' || !path.startsWith('/')) return path;
  return path === '/' ? `/${language}` : `/${language}${path}`;
};
