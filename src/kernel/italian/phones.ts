// Phones by the numbering plans of all countries; a number without a prefix is Italian.
import { type NumberType, ParseError, parsePhoneNumberWithError } from 'libphonenumber-js/max';
import { accepted, type Checked, refused } from './checked.ts';

declare const phoneBrand: unique symbol;
/** E.164: `+390550000000`. Italian landlines keep their leading zero. */
export type Phone = string & { readonly [phoneBrand]: true };

export type PhoneKind = 'mobile' | 'landline';
/** `plan`: no country gives such a number out. `kind`: a service number (free, premium, shared cost), which reaches nobody. */
export type PhoneProblem = 'empty' | 'characters' | 'short' | 'long' | 'plan' | 'kind';

/** As typed, with whatever stands between the digits; the longest number has fifteen of them. */
const typedMax = 250;

/** Reads a phone as people write it: `055 000 0000`, `+39 330 100 0482`, `0039330.1000482`, `(055) 000-0000`. */
export function parsePhone(text: string): Checked<Phone, PhoneProblem> {
  // Before anything else: putting a hundred thousand marks in their order takes seconds, and anybody may send them.
  if (text.trim().length > typedMax) return refused('long');
  const trimmed = text.trim().normalize('NFKC').trim();
  if (trimmed === '') return refused('empty');
  const strange = [...trimmed].findIndex(
    (character, index) => !(index === 0 ? /[+\d(]/ : /[\d\s()./-]/).test(character),
  );
  if (strange >= 0) return refused('characters', strange + 1);
  try {
    const number = parsePhoneNumberWithError(trimmed.replaceAll('/', ' '), { defaultCountry: 'IT', extract: false });
    const type = number.getType();
    // A mobile number with a digit too many is a voice mailbox to the plan: what was meant is the mobile.
    if (!number.isValid() || type === 'VOICEMAIL') return refused('plan');
    if (!kindOf(type)) return refused('kind');
    return accepted(branded(number.number));
  } catch (error) {
    if (error instanceof ParseError) return refused(problems[error.message] ?? 'plan');
    throw error;
  }
}

/** Whether a phone can take a text message. */
export function phoneKind(phone: Phone): PhoneKind {
  return kindOf(parsePhoneNumberWithError(phone).getType()) ?? 'landline';
}

const problems: Record<string, PhoneProblem> = { NOT_A_NUMBER: 'short', TOO_SHORT: 'short', TOO_LONG: 'long' };

/** Countries whose plan does not tell the two apart (the United States) count as mobile: a message to a landline only fails. */
function kindOf(type: NumberType): PhoneKind | undefined {
  switch (type) {
    case 'MOBILE':
    case 'FIXED_LINE_OR_MOBILE':
      return 'mobile';
    case 'FIXED_LINE':
    case 'VOIP':
    case 'UAN':
      return 'landline';
    default:
      return undefined;
  }
}

// Only for what the library gave in E.164.
const branded = (text: string) => text as Phone;

/** As people write it here, on one line: `333 123 4567`, `055 123456`; with its prefix when it is of another country. */
export function formatPhone(phone: string): string {
  try {
    const number = parsePhoneNumberWithError(phone, { defaultCountry: 'IT' });
    const text = number.country === 'IT' ? number.formatNational() : number.formatInternational();
    return text.replaceAll(' ', '\u00a0');
  } catch (error) {
    // What the core system gives as a number of an agency may be a service number of no plan: shown as it came.
    if (error instanceof ParseError) return phone;
    throw error;
  }
}
