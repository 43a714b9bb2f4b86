import { byTier, type Coverage, wholeValue } from '../coverage.ts';

export const death: Coverage = {
  names: { it: 'Morte da infortunio', en: 'Accidental death', de: 'Unfalltod' },
  summaries: {
    it: 'Un capitale alle persone che hai indicato.',
    en: 'A lump sum for the people you named.',
    de: 'Ein Kapital für die von Ihnen genannten Personen.',
  },
  exclusions: {
    it: ['Sport estremi', 'Guida in stato di ebbrezza'],
    en: ['Extreme sports', 'Drink-driving'],
    de: ['Extremsport', 'Fahren unter Alkoholeinfluss'],
  },
  sumInsured: wholeValue,
  article: '2.1',
};

export const disability: Coverage = {
  names: { it: 'Invalidità permanente', en: 'Permanent disability', de: 'Dauernde Invalidität' },
  summaries: {
    it: 'Un capitale secondo il grado di invalidità.',
    en: 'A lump sum according to the degree of disability.',
    de: 'Ein Kapital nach dem Grad der Invalidität.',
  },
  exclusions: { it: ['Malattie'], en: ['Illness'], de: ['Krankheiten'] },
  sumInsured: ({ valueCents }) => Math.round(valueCents * 1.5),
  deductiblePercent: 3,
  article: '2.2',
};

export const hospital: Coverage = {
  from: 1,
  names: { it: 'Diaria da ricovero', en: 'Hospital daily allowance', de: 'Krankenhaustagegeld' },
  summaries: {
    it: 'Una somma per ogni giorno in ospedale, fino a 300 giorni.',
    en: 'A sum for each day in hospital, up to 300 days.',
    de: 'Ein Betrag für jeden Tag im Krankenhaus, bis zu 300 Tage.',
  },
  exclusions: { it: ['I primi tre giorni'], en: ['The first three days'], de: ['Die ersten drei Tage'] },
  sumInsured: byTier(40, 60, 100),
  article: '2.5',
};

export const treatment: Coverage = {
  names: { it: 'Rimborso spese di cura', en: 'Treatment costs', de: 'Heilkosten' },
  summaries: {
    it: 'Visite, esami, fisioterapia e gessi dopo un infortunio.',
    en: 'Consultations, tests, physiotherapy and casts after an accident.',
    de: 'Arztbesuche, Untersuchungen, Physiotherapie und Gips nach einem Unfall.',
  },
  exclusions: { it: ['Cure estetiche'], en: ['Cosmetic treatment'], de: ['Kosmetische Behandlungen'] },
  limit: byTier(2_500, 5_000, 10_000),
  deductible: byTier(100, 75, 50),
  article: '2.6',
};
