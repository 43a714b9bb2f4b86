// Agencies, parties, links and consents as the core system sends them. INT-1, CON-8
import { z } from 'zod';
import type { Intake } from '#kernel/intake.ts';
import { parseCodiceFiscale } from '#kernel/italian/codice-fiscale.ts';
import { parseEmail } from '#kernel/italian/emails.ts';
import { parsePartitaIva } from '#kernel/italian/partita-iva.ts';
import { parsePhone } from '#kernel/italian/phones.ts';
import { languages } from '#kernel/language.ts';
import { coreRow, dayField, instantField, keyOf } from '#kernel/row.ts';
import { intoAgencies, intoConsents, intoLinks, intoParties } from './intake-store.server.ts';
import { addressFaults } from './places.server.ts';
import { linkKinds, partyKinds } from './rules.ts';

const name = z.string().trim().min(1).max(200);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time like 09:00');
const address = {
  street: name,
  postcode: z.string().regex(/^\d{5}$/, 'is not five digits'),
  municipality: name,
  province: z.string().regex(/^[A-Z]{2}$/, 'is not a province of two letters'),
};
/** A field whose check rule also normalises it; the message says which rule it breaks. */
const checkedField = (
  parse: (text: string) => { ok: true; value: string } | { ok: false; problem: string },
  what: string,
) =>
  z.string().transform((text, issues) => {
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    issues.addIssue({ code: 'custom', message: `is no ${what}: ${parsed.problem}` });
    return z.NEVER;
  });
/** A natural person may have a provisional numeric codice fiscale, with the check digit of a partita IVA. */
const codiceFiscale = checkedField(parseCodiceFiscale, 'codice fiscale');
const partitaIva = checkedField(parsePartitaIva, 'partita IVA');

const agency = coreRow({
  name,
  ...address,
  phone: checkedField(parsePhone, 'telephone number'),
  email: checkedField(parseEmail, 'e-mail address'),
  hours: z.array(z.object({ weekday: z.number().int().min(1).max(7), opens: clock, closes: clock })).max(28),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
});
const party = coreRow({
  kind: z.enum(partyKinds),
  codiceFiscale: codiceFiscale.optional(),
  partitaIva: partitaIva.optional(),
  givenName: name.optional(),
  familyName: name.optional(),
  businessName: name.optional(),
  birthDay: dayField.optional(),
  language: z.enum(languages),
  customerCode: z.string().min(3).max(20),
  agency: keyOf('agencies'),
  ...address,
})
  .refine((row) => row.deleted || row.codiceFiscale || row.partitaIva, {
    path: ['codiceFiscale'],
    message: 'a party has a codice fiscale or a partita IVA',
  })
  .refine((row) => row.deleted || row.businessName || (row.givenName && row.familyName), {
    path: ['familyName'],
    message: 'a party has a name',
  });
const link = coreRow({
  kind: z.enum(linkKinds),
  from: keyOf('parties'),
  to: keyOf('parties'),
  since: dayField,
  until: dayField.optional(),
}).refine((row) => row.deleted || row.from !== row.to, { path: ['to'], message: 'is the party itself' });
const consent = coreRow({
  party: keyOf('parties'),
  purpose: z.string().min(1).max(60),
  textVersion: z.string().min(1).max(40),
  isGiven: z.boolean(),
  decidedAt: instantField,
  channel: z.string().min(1).max(60),
});

const agencyIntake: Intake<z.infer<typeof agency>> = {
  entity: 'agencies',
  schema: agency,
  ...intoAgencies,
};
const partyIntake: Intake<z.infer<typeof party>> = {
  entity: 'parties',
  schema: party,
  async check(tx, rows) {
    const faults = await addressFaults(
      tx,
      rows.map((row) => (row.deleted ? undefined : row)),
    );
    return faults.map((fault) => fault && [fault]);
  },
  ...intoParties,
};
const linkIntake: Intake<z.infer<typeof link>> = { entity: 'links', schema: link, ...intoLinks };
const consentIntake: Intake<z.infer<typeof consent>> = {
  entity: 'consents',
  schema: consent,
  ...intoConsents,
};
export const intakes = [agencyIntake, partyIntake, linkIntake, consentIntake];
