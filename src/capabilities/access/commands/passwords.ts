// New passwords: judged, then hashed. [REG-7]
import { partyOf } from '#capabilities/parties/index.ts';
import { brandOf } from '#kernel/brand.ts';
import type { Context } from '#kernel/context.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { isCommonPassword } from '../common-passwords.ts';
import { normalPassword, ownData, type PasswordReason, passwordProblem } from '../rules/passwords.ts';
import { type AccessReason, busy } from '../rules.ts';
import { settings } from '../settings.ts';

/** May this be the password of a party? `contacts` are the values that the party signs in with and is written at. */
export async function judgePassword(
  context: Context,
  given: { password: string; partyId: string; contacts: readonly string[] },
): Promise<Outcome<undefined, PasswordReason>> {
  const party = await partyOf(context, given.partyId);
  const brand = brandOf(context);
  const own = ownData({
    // The names of the service are what many begin with (NIST SP 800-63B).
    names: [party?.givenName, party?.familyName, party?.businessName, brand.product, brand.name],
    numbers: [party?.codiceFiscale, party?.partitaIva, party?.customerCode],
    contacts: given.contacts,
    birthDay: party?.birthDay,
  });
  const min = context.settings.value(settings.passwordMin);
  const problem = passwordProblem(given.password, { min, own, isCommon: isCommonPassword });
  return problem ? no(problem) : yes(undefined);
}

/** The hash to store of a password that has been judged. */
export async function hashPassword(context: Context, password: string): Promise<Outcome<string, AccessReason>> {
  const hashed = await context.ports.passwords.hash(normalPassword(password));
  return hashed === 'busy' ? no(busy) : yes(hashed);
}
