// *Perché non vedo una mia polizza?*: each known case in words, with what of it concerns this viewer and the way on. [POL-10]
import { lines, type Missing, policiesWords } from '#capabilities/policies/index.ts';
import { longDay } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';

/** A case: what it is, the viewer's own facts where there are any, and what to do (`way` is without language). */
export type MissingCase = {
  name: 'ended' | 'profile' | 'beneficiary' | 'data' | 'received' | 'kind';
  title: string;
  text: string;
  lead: string | undefined;
  items: readonly { text: string; path: string | undefined }[];
  facts: readonly { label: string; value: string; isIdentifier?: boolean }[];
  way: { href: string; text: string };
};

export function missingPage(missing: Missing, language: Language) {
  const say = policiesWords(language);
  return {
    cases: [
      endedCase(missing, language),
      profileCase(missing, language),
      plainCase('beneficiary', say('policies.missing_beneficiary_text'), '/assistenza?da=polizze', language),
      dataCase(missing, language),
      plainCase(
        'received',
        say('policies.missing_received_text', { day: longDay(missing.profile.asOf, language) }),
        '/agenzie',
        language,
      ),
      plainCase('kind', say('policies.missing_kind_text', { lines: lineNames(language) }), '/agenzie', language),
    ],
    words: {
      title: say('policies.missing_title'),
      text: say('policies.missing_text'),
      up: say('policies.list_title'),
      still: say('policies.missing_still'),
      stillText: say('policies.missing_still_text'),
      support: say('policies.missing_beneficiary_way'),
    },
  };
}

const lineNames = (language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(
    lines.map((line) => policiesWords(language)('policies.line', { line })),
  );

type Plain = 'beneficiary' | 'received' | 'kind';

const plainCase = (name: Plain, text: string, href: string, language: Language): MissingCase => ({
  name,
  title: policiesWords(language)(`policies.missing_${name}`),
  text,
  lead: undefined,
  items: [],
  facts: [],
  way: { href, text: policiesWords(language)(`policies.missing_${name}_way`) },
});

function endedCase({ ended, hasMoreEnded }: Missing, language: Language): MissingCase {
  const say = policiesWords(language);
  const items = ended.map(({ publicId, line, productNames, endedOn }) => {
    const title = say('policies.title', { line: say('policies.line', { line }), product: productNames[language] });
    const text = endedOn
      ? say('policies.missing_ended_on', { title, day: longDay(endedOn, language) })
      : say('policies.missing_ended_undated', { title });
    return { text, path: `/polizze/${publicId}` };
  });
  return {
    name: 'ended',
    title: say('policies.missing_ended'),
    text: say('policies.missing_ended_text'),
    lead: say(items.length > 0 ? 'policies.missing_ended_yours' : 'policies.missing_ended_none'),
    items: hasMoreEnded ? [...items, { text: say('policies.missing_ended_more'), path: undefined }] : items,
    facts: [],
    way: { href: '/documenti', text: say('policies.to_documents') },
  };
}

function profileCase({ elsewhere }: Missing, language: Language): MissingCase {
  const say = policiesWords(language);
  return {
    name: 'profile',
    title: say('policies.missing_profile'),
    text: say('policies.missing_profile_text'),
    lead: undefined,
    items: elsewhere.map((one) => ({ text: say('policies.missing_profile_one', one), path: undefined })),
    facts: [],
    way: { href: '/esci', text: say('policies.missing_profile_way') },
  };
}

function dataCase({ profile }: Missing, language: Language): MissingCase {
  const say = policiesWords(language);
  const { codiceFiscale, partitaIva, customerCode, displayName } = profile;
  return {
    name: 'data',
    title: say('policies.missing_data'),
    text: say('policies.missing_data_text'),
    lead: undefined,
    items: [],
    facts: [
      { label: say('policies.missing_data_name'), value: displayName },
      ...(codiceFiscale
        ? [{ label: say('policies.missing_data_fiscal'), value: codiceFiscale, isIdentifier: true }]
        : []),
      ...(partitaIva ? [{ label: say('policies.missing_data_vat'), value: partitaIva, isIdentifier: true }] : []),
      { label: say('policies.missing_data_code'), value: customerCode, isIdentifier: true },
    ],
    way: { href: '/richieste/agenzia', text: say('policies.missing_data_way') },
  };
}
