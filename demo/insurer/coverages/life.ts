import { type Coverage, shareOfValue, wholeValue } from '../coverage.ts';

export const deathCapital: Coverage = {
  names: { it: 'Capitale in caso di morte', en: 'Death benefit', de: 'Kapital im Todesfall' },
  summaries: {
    it: 'Alle persone che hai indicato, senza passare dall’eredità.',
    en: 'For the people you named, outside the estate.',
    de: 'Für die von Ihnen genannten Personen, außerhalb der Erbschaft.',
  },
  exclusions: {
    it: ['Dichiarazioni false sulla salute', 'Suicidio nei primi due anni'],
    en: ['False statements about health', 'Suicide in the first two years'],
    de: ['Falsche Angaben zur Gesundheit', 'Selbsttötung in den ersten zwei Jahren'],
  },
  sumInsured: wholeValue,
  article: '2.1',
};

export const waiver: Coverage = {
  from: 1,
  names: { it: 'Esonero dai premi', en: 'Waiver of premiums', de: 'Prämienbefreiung' },
  summaries: {
    it: 'Se un’invalidità ti impedisce di lavorare, i premi li mettiamo noi.',
    en: 'When a disability keeps you from working, we pay the premiums.',
    de: 'Wenn Sie durch Invalidität nicht arbeiten können, zahlen wir die Prämien.',
  },
  exclusions: {
    it: ['Invalidità sotto il 60\u00a0%'],
    en: ['Disability below 60%'],
    de: ['Invalidität unter 60\u00a0%'],
  },
  article: '2.4',
};

export const maturityCapital: Coverage = {
  names: { it: 'Capitale a scadenza', en: 'Maturity benefit', de: 'Kapital bei Ablauf' },
  summaries: {
    it: 'I premi versati rivalutati ogni anno, alla fine del contratto.',
    en: 'The premiums paid, revalued every year, at the end of the contract.',
    de: 'Die jährlich aufgewerteten Prämien am Ende des Vertrags.',
  },
  exclusions: {
    it: ['Riscatto nel primo anno'],
    en: ['Surrender in the first year'],
    de: ['Rückkauf im ersten Jahr'],
  },
  article: '3.1',
};

export const units: Coverage = {
  names: { it: 'Valore delle quote', en: 'Value of the units', de: 'Wert der Anteile' },
  summaries: {
    it: 'I premi comprano quote di fondi interni: il valore sale e scende.',
    en: 'Premiums buy units of internal funds: their value goes up and down.',
    de: 'Die Prämien kaufen Anteile interner Fonds: Ihr Wert steigt und fällt.',
  },
  exclusions: {
    it: ['Nessuna garanzia di capitale'],
    en: ['No guarantee of capital'],
    de: ['Keine Kapitalgarantie'],
  },
  article: '3.2',
};

export const deathBonus: Coverage = {
  names: { it: 'Maggiorazione in caso di morte', en: 'Additional death benefit', de: 'Zuschlag im Todesfall' },
  summaries: {
    it: 'Una parte in più del valore alle persone che hai indicato.',
    en: 'An extra share of the value for the people you named.',
    de: 'Ein zusätzlicher Teil des Werts für die von Ihnen genannten Personen.',
  },
  exclusions: {
    it: ['Oltre 75 anni di età'],
    en: ['Above the age of 75'],
    de: ['Ab einem Alter von 75 Jahren'],
  },
  sumInsured: shareOfValue(0.05),
  article: '2.2',
};

export const annuity: Coverage = {
  names: { it: 'Rendita pensionistica', en: 'Pension annuity', de: 'Rente' },
  summaries: {
    it: 'Una rendita per tutta la vita da quando vai in pensione.',
    en: 'An income for life from the day you retire.',
    de: 'Eine lebenslange Rente ab Ihrer Pensionierung.',
  },
  exclusions: {
    it: ['Meno di cinque anni di partecipazione'],
    en: ['Fewer than five years of membership'],
    de: ['Weniger als fünf Jahre Mitgliedschaft'],
  },
  article: '4.1',
};

export const advance: Coverage = {
  names: { it: 'Anticipazioni', en: 'Advances', de: 'Vorauszahlungen' },
  summaries: {
    it: 'Una parte del maturato per cure, casa o altre esigenze.',
    en: 'A part of the value for treatment, a home or other needs.',
    de: 'Ein Teil des Guthabens für Behandlung, Wohnung oder anderes.',
  },
  exclusions: {
    it: ['Casa prima di otto anni'],
    en: ['A home before eight years'],
    de: ['Wohnung vor acht Jahren'],
  },
  article: '4.6',
};
