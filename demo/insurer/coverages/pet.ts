import { byTier, type Coverage } from '../coverage.ts';

export const vet: Coverage = {
  names: { it: 'Spese veterinarie', en: 'Vet bills', de: 'Tierarztkosten' },
  summaries: {
    it: 'Visite, esami e cure per malattia o infortunio.',
    en: 'Visits, tests and treatment for illness or injury.',
    de: 'Tierarztbesuche, Untersuchungen und Behandlung bei Krankheit oder Unfall.',
  },
  exclusions: {
    it: ['Vaccini e sterilizzazione', 'I primi trenta giorni per le malattie'],
    en: ['Vaccines and neutering', 'Illness in the first thirty days'],
    de: ['Impfungen und Kastration', 'Krankheiten in den ersten dreißig Tagen'],
  },
  limit: byTier(1_000, 1_500, 2_500),
  deductible: byTier(100, 75, 50),
  deductiblePercent: 15,
  article: '2.1',
};

export const surgery: Coverage = {
  from: 1,
  names: { it: 'Interventi chirurgici', en: 'Surgery', de: 'Operationen' },
  summaries: {
    it: 'L’operazione, la degenza e le medicazioni.',
    en: 'The operation, the stay and the dressings.',
    de: 'Operation, Aufenthalt und Verbände.',
  },
  exclusions: { it: ['Difetti ereditari noti'], en: ['Known hereditary defects'], de: ['Bekannte Erbfehler'] },
  limit: byTier(1_500, 2_500, 4_000),
  deductible: byTier(150, 100, 100),
  article: '2.3',
};

export const liability: Coverage = {
  names: { it: 'RC del proprietario', en: 'Owner’s liability', de: 'Tierhalterhaftpflicht' },
  summaries: {
    it: 'I danni che il tuo animale causa ad altri.',
    en: 'Damage and injury that your animal causes to others.',
    de: 'Schäden, die Ihr Tier anderen zufügt.',
  },
  exclusions: {
    it: ['Cane senza guinzaglio dove è obbligatorio'],
    en: ['A dog off the lead where one is compulsory'],
    de: ['Hund ohne Leine, wo sie Pflicht ist'],
  },
  limit: byTier(250_000, 500_000, 1_000_000),
  deductible: byTier(150, 100, 0),
  article: '3.1',
};

export const search: Coverage = {
  from: 2,
  names: { it: 'Ricerca se si perde', en: 'Search for a lost pet', de: 'Suche nach dem vermissten Tier' },
  summaries: {
    it: 'Annunci e ricompensa per ritrovarlo.',
    en: 'Notices and a reward to find it again.',
    de: 'Anzeigen und Finderlohn.',
  },
  exclusions: {
    it: ['Animali senza microchip'],
    en: ['Animals without a microchip'],
    de: ['Tiere ohne Mikrochip'],
  },
  limit: byTier(150, 200, 300),
  article: '3.4',
};
