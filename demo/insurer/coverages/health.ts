import { byTier, type Coverage } from '../coverage.ts';

export const surgery: Coverage = {
  names: { it: 'Ricoveri e interventi', en: 'Hospital stays and surgery', de: 'Klinik und Operationen' },
  summaries: {
    it: 'Le spese di ricovero, intervento e degenza, anche in clinica privata.',
    en: 'The cost of stays and operations, in private clinics too.',
    de: 'Die Kosten von Aufenthalt und Operation, auch in Privatkliniken.',
  },
  exclusions: {
    it: ['Malattie note prima della firma', 'Interventi estetici'],
    en: ['Illness known before signing', 'Cosmetic surgery'],
    de: ['Vor der Unterschrift bekannte Krankheiten', 'Schönheitsoperationen'],
  },
  limit: byTier(100_000, 200_000, 500_000),
  deductible: byTier(1_000, 750, 500),
  deductiblePercent: 10,
  article: '2.1',
};

export const visits: Coverage = {
  names: { it: 'Visite ed esami', en: 'Consultations and tests', de: 'Arztbesuche und Untersuchungen' },
  summaries: {
    it: 'Visite specialistiche, esami e diagnostica, con rimborso o in struttura convenzionata.',
    en: 'Specialist consultations, tests and scans, reimbursed or at a facility under agreement.',
    de: 'Fachärzte, Labor und Bildgebung, mit Erstattung oder in Vertragseinrichtungen.',
  },
  exclusions: {
    it: ['Esami senza prescrizione'],
    en: ['Tests without a prescription'],
    de: ['Untersuchungen ohne Verschreibung'],
  },
  limit: byTier(1_500, 3_000, 6_000),
  deductible: byTier(40, 35, 30),
  deductiblePercent: 20,
  article: '3.1',
};

export const prevention: Coverage = {
  from: 1,
  names: { it: 'Prevenzione', en: 'Prevention', de: 'Vorsorge' },
  summaries: {
    it: 'Un controllo all’anno senza spesa.',
    en: 'One check-up a year at no cost.',
    de: 'Eine Vorsorgeuntersuchung im Jahr ohne Kosten.',
  },
  exclusions: {
    it: ['Strutture non convenzionate'],
    en: ['Facilities without an agreement'],
    de: ['Einrichtungen ohne Vertrag'],
  },
  article: '3.5',
};

export const teeth: Coverage = {
  from: 2,
  names: { it: 'Cure dentali', en: 'Dental care', de: 'Zahnbehandlung' },
  summaries: {
    it: 'Igiene, otturazioni e cure dopo un infortunio.',
    en: 'Hygiene, fillings and treatment after an accident.',
    de: 'Zahnreinigung, Füllungen und Behandlungen nach einem Unfall.',
  },
  exclusions: {
    it: ['Impianti e apparecchi'],
    en: ['Implants and braces'],
    de: ['Implantate und Zahnspangen'],
  },
  limit: byTier(300, 600, 1_200),
  deductiblePercent: 20,
  article: '3.8',
};
