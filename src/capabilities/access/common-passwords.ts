// The list of common passwords, cut to those that the length rule lets through. [REG-7]
import { dictionary } from '@zxcvbn-ts/language-common';

/** No password shorter than this is ever accepted (settings.ts), so shorter entries need no place in memory. */
const shortest = 12;

const common = new Set(
  dictionary['passwords-common'].map((entry) => entry.toLowerCase()).filter((entry) => entry.length >= shortest),
);

/** Is it one of the passwords that are tried first? Lower case. */
export const isCommonPassword = (password: string): boolean => common.has(password);
