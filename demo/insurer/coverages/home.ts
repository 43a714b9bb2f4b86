import { byTier, type Coverage, shareOfValue, wholeValue } from '../coverage.ts';

export const fire: Coverage = {
  names: { it: 'Incendio e danni all’edificio', en: 'Fire and damage to the building', de: 'Brand und Gebäudeschäden' },
  summaries: {
    it: 'Rimettiamo in piedi la casa dopo incendio, fulmine, scoppio o vento forte.',
    en: 'We rebuild the home after fire, lightning, explosion or storm.',
    de: 'Wir stellen das Haus nach Brand, Blitz, Explosion oder Sturm wieder her.',
  },
  exclusions: {
    it: ['Mancata manutenzione', 'Edifici disabitati da più di novanta giorni'],
    en: ['Lack of maintenance', 'Buildings empty for more than ninety days'],
    de: ['Mangelnde Instandhaltung', 'Gebäude, die länger als neunzig Tage leer stehen'],
  },
  sumInsured: wholeValue,
  deductible: byTier(250, 150, 0),
  article: '2.1',
};

export const water: Coverage = {
  names: { it: 'Danni da acqua', en: 'Water damage', de: 'Leitungswasser' },
  summaries: {
    it: 'Tubi rotti e infiltrazioni, anche la ricerca del guasto.',
    en: 'Burst pipes and leaks, the search for the leak included.',
    de: 'Rohrbruch und austretendes Wasser, auch die Suche nach der Schadstelle.',
  },
  exclusions: {
    it: ['Umidità e muffa', 'Alluvioni'],
    en: ['Damp and mould', 'Floods'],
    de: ['Feuchtigkeit und Schimmel', 'Überschwemmungen'],
  },
  limit: byTier(3_000, 5_000, 10_000),
  deductible: byTier(250, 150, 100),
  article: '2.4',
};

export const burglary: Coverage = {
  from: 1,
  names: { it: 'Furto in casa', en: 'Burglary', de: 'Einbruchdiebstahl' },
  summaries: {
    it: 'Ciò che ti rubano in casa e i danni a porte e finestre.',
    en: 'What is stolen from your home, and damage to doors and windows.',
    de: 'Was aus der Wohnung gestohlen wird, und Schäden an Türen und Fenstern.',
  },
  exclusions: {
    it: ['Denaro oltre mille euro', 'Case senza serratura di sicurezza'],
    en: ['Cash above one thousand euros', 'Homes without a security lock'],
    de: ['Bargeld über tausend Euro', 'Wohnungen ohne Sicherheitsschloss'],
  },
  sumInsured: shareOfValue(0.1),
  deductible: byTier(500, 250, 250),
  deductiblePercent: 10,
  article: '3.1',
};

export const liability: Coverage = {
  names: { it: 'RC della vita privata', en: 'Private liability', de: 'Privathaftpflicht' },
  summaries: {
    it: 'I danni che tu o la tua famiglia causate ad altri nella vita di ogni giorno.',
    en: 'Damage that you or your family cause to others in everyday life.',
    de: 'Schäden, die Sie oder Ihre Familie anderen im Alltag zufügen.',
  },
  exclusions: {
    it: ['Danni causati apposta', 'Attività professionali'],
    en: ['Damage done on purpose', 'Professional work'],
    de: ['Vorsätzliche Schäden', 'Berufliche Tätigkeit'],
  },
  limit: byTier(500_000, 1_000_000, 1_500_000),
  deductible: byTier(150, 150, 0),
  article: '4.1',
};

export const assistance: Coverage = {
  names: { it: 'Assistenza casa', en: 'Home assistance', de: 'Haus-Notdienst' },
  summaries: {
    it: 'Idraulico, elettricista e fabbro in poche ore, giorno e notte.',
    en: 'A plumber, electrician or locksmith within hours, day and night.',
    de: 'Installateur, Elektriker und Schlosser in wenigen Stunden, Tag und Nacht.',
  },
  exclusions: {
    it: ['Materiali oltre cento euro'],
    en: ['Materials above one hundred euros'],
    de: ['Material über hundert Euro'],
  },
  article: '6.1',
};

export const quake: Coverage = {
  from: 2,
  names: { it: 'Terremoto e alluvione', en: 'Earthquake and flood', de: 'Erdbeben und Überschwemmung' },
  summaries: {
    it: 'La ricostruzione dopo un terremoto o un’alluvione.',
    en: 'Rebuilding after an earthquake or a flood.',
    de: 'Der Wiederaufbau nach Erdbeben oder Überschwemmung.',
  },
  exclusions: {
    it: ['Edifici non a norma', 'Cantine e box'],
    en: ['Buildings that break the building code', 'Cellars and garages'],
    de: ['Nicht normgerechte Gebäude', 'Keller und Garagen'],
  },
  sumInsured: shareOfValue(0.6),
  deductible: byTier(10_000, 10_000, 10_000),
  deductiblePercent: 10,
  article: '2.8',
};

export const sensors: Coverage = {
  names: { it: 'Casa vigilata', en: 'Monitored home', de: 'Überwachtes Zuhause' },
  summaries: {
    it: 'Un kit di sensori avvisa te e la centrale di fumo, acqua e intrusioni.',
    en: 'A sensor kit alerts you and the control centre to smoke, water and intruders.',
    de: 'Ein Sensorset meldet Ihnen und der Zentrale Rauch, Wasser und Einbruch.',
  },
  exclusions: {
    it: ['Kit spento o senza rete'],
    en: ['A kit that is off or has no network'],
    de: ['Ausgeschaltetes Set oder fehlendes Netz'],
  },
  article: '6.4',
};
