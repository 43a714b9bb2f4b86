import { byTier, type Coverage, shareOfValue, wholeValue } from '../coverage.ts';

export const premises: Coverage = {
  names: { it: 'Incendio dei locali', en: 'Fire at the premises', de: 'Brand der Geschäftsräume' },
  summaries: {
    it: 'Locali, arredi e merci dopo incendio, scoppio o eventi atmosferici.',
    en: 'Premises, furniture and goods after fire, explosion or storm.',
    de: 'Räume, Einrichtung und Waren nach Brand, Explosion oder Unwetter.',
  },
  exclusions: {
    it: ['Merci all’aperto'],
    en: ['Goods kept outdoors'],
    de: ['Im Freien gelagerte Waren'],
  },
  sumInsured: wholeValue,
  deductible: byTier(1_000, 500, 500),
  article: '2.1',
};

export const liability: Coverage = {
  names: { it: 'RC dell’attività', en: 'Business liability', de: 'Betriebshaftpflicht' },
  summaries: {
    it: 'I danni causati a clienti e passanti lavorando.',
    en: 'Damage and injury caused to customers and passers-by in the course of work.',
    de: 'Schäden, die der Betrieb bei der Arbeit anderen zufügt.',
  },
  exclusions: {
    it: ['Danni causati apposta', 'Amianto'],
    en: ['Damage done on purpose', 'Asbestos'],
    de: ['Vorsatz', 'Asbest'],
  },
  limit: byTier(500_000, 1_000_000, 3_000_000),
  deductible: byTier(500, 500, 250),
  article: '3.1',
};

export const employees: Coverage = {
  from: 1,
  names: { it: 'RC verso i dipendenti', en: 'Employer’s liability', de: 'Arbeitgeberhaftpflicht' },
  summaries: {
    it: 'Gli infortuni sul lavoro di cui l’impresa risponde.',
    en: 'Accidents at work for which the firm is liable.',
    de: 'Arbeitsunfälle, für die der Betrieb haftet.',
  },
  exclusions: {
    it: ['Malattie professionali di attività cessate'],
    en: ['Occupational illness from activities that ended'],
    de: ['Berufskrankheiten aus beendeten Tätigkeiten'],
  },
  limit: byTier(500_000, 1_000_000, 2_000_000),
  deductible: byTier(2_500, 2_500, 2_500),
  article: '3.4',
};

export const stock: Coverage = {
  names: { it: 'Furto di merci e denaro', en: 'Theft of goods and cash', de: 'Diebstahl von Waren und Geld' },
  summaries: {
    it: 'Merci, attrezzature e incasso rubati nei locali.',
    en: 'Goods, equipment and takings stolen from the premises.',
    de: 'Aus den Räumen gestohlene Waren, Geräte und Einnahmen.',
  },
  exclusions: {
    it: ['Incasso fuori dalla cassaforte di notte'],
    en: ['Takings outside the safe at night'],
    de: ['Nachts nicht im Tresor verwahrte Einnahmen'],
  },
  sumInsured: shareOfValue(0.1),
  deductible: byTier(500, 500, 250),
  deductiblePercent: 10,
  article: '2.5',
};

export const interruption: Coverage = {
  from: 1,
  names: { it: 'Fermo dell’attività', en: 'Business interruption', de: 'Betriebsunterbrechung' },
  summaries: {
    it: 'Una somma per ogni giorno di chiusura dopo un danno, fino a 90 giorni.',
    en: 'A sum for each day of closure after a loss, up to 90 days.',
    de: 'Ein Betrag für jeden Schließungstag nach einem Schaden, bis zu 90 Tage.',
  },
  exclusions: { it: ['I primi tre giorni'], en: ['The first three days'], de: ['Die ersten drei Tage'] },
  sumInsured: byTier(100, 250, 500),
  article: '2.9',
};

export const machines: Coverage = {
  from: 2,
  names: { it: 'Guasti alle macchine', en: 'Machine breakdown', de: 'Maschinenbruch' },
  summaries: {
    it: 'La riparazione di macchine e impianti che si rompono all’improvviso.',
    en: 'Repair of machines and plant that break suddenly.',
    de: 'Die Reparatur plötzlich ausgefallener Maschinen und Anlagen.',
  },
  exclusions: { it: ['Usura'], en: ['Wear and tear'], de: ['Verschleiß'] },
  limit: byTier(20_000, 30_000, 50_000),
  deductible: byTier(1_000, 750, 500),
  article: '2.7',
};

export const profession: Coverage = {
  names: { it: 'RC professionale', en: 'Professional liability', de: 'Berufshaftpflicht' },
  summaries: {
    it: 'Gli errori del tuo lavoro che costano denaro ai clienti.',
    en: 'Mistakes in your work that cost your clients money.',
    de: 'Fehler in Ihrer Arbeit, die Ihre Kundschaft Geld kosten.',
  },
  exclusions: {
    it: ['Fatti noti prima della firma', 'Multe e sanzioni'],
    en: ['Facts known before signing', 'Fines'],
    de: ['Vor der Unterschrift bekannte Umstände', 'Geldstrafen'],
  },
  limit: byTier(250_000, 500_000, 1_000_000),
  deductible: byTier(1_000, 1_000, 500),
  article: '2.1',
};

export const legal: Coverage = {
  names: { it: 'Tutela legale', en: 'Legal protection', de: 'Rechtsschutz' },
  summaries: {
    it: 'Avvocato e spese di giudizio nelle liti di lavoro.',
    en: 'Lawyer and court costs in disputes about your work.',
    de: 'Anwalt und Gerichtskosten bei beruflichen Streitigkeiten.',
  },
  exclusions: { it: ['Liti con il fisco'], en: ['Tax disputes'], de: ['Steuerstreitigkeiten'] },
  limit: byTier(10_000, 15_000, 30_000),
  article: '5.1',
};
