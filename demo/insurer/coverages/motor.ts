import { byTier, type Coverage, wholeValue } from '../coverage.ts';

export const liability: Coverage = {
  names: { it: 'RC Auto', en: 'Motor liability', de: 'Kfz-Haftpflicht' },
  summaries: {
    it: 'Paghiamo noi i danni che causi ad altri con il veicolo.',
    en: 'We pay for the damage and injury that you cause to others with the vehicle.',
    de: 'Wir zahlen die Schäden, die Sie mit dem Fahrzeug anderen zufügen.',
  },
  exclusions: {
    it: [
      'Danni al tuo veicolo',
      'Guida senza patente o in stato di ebbrezza: possiamo chiederti indietro quanto pagato',
    ],
    en: ['Damage to your own vehicle', 'Driving without a licence or drunk: we may ask you to give back what we paid'],
    de: [
      'Schäden am eigenen Fahrzeug',
      'Fahren ohne Führerschein oder unter Alkoholeinfluss: Gezahltes können wir zurückfordern',
    ],
  },
  limit: byTier(7_750_000, 7_750_000, 12_000_000),
  article: '2.1',
};

export const theft: Coverage = {
  from: 1,
  names: { it: 'Furto e incendio', en: 'Theft and fire', de: 'Diebstahl und Brand' },
  summaries: {
    it: 'Il valore del veicolo se te lo rubano o se va a fuoco.',
    en: 'The value of the vehicle when it is stolen or burns.',
    de: 'Der Wert des Fahrzeugs bei Diebstahl oder Brand.',
  },
  exclusions: {
    it: ['Oggetti lasciati nel veicolo', 'Furto con le chiavi inserite'],
    en: ['Things left in the vehicle', 'Theft with the keys in the ignition'],
    de: ['Im Fahrzeug gelassene Gegenstände', 'Diebstahl bei steckendem Schlüssel'],
  },
  sumInsured: wholeValue,
  deductible: byTier(500, 250, 250),
  deductiblePercent: 10,
  article: '4.2',
};

export const assistance: Coverage = {
  names: { it: 'Assistenza stradale', en: 'Roadside assistance', de: 'Pannenhilfe' },
  summaries: {
    it: 'Soccorso, traino e auto sostitutiva, giorno e notte, in tutta Europa.',
    en: 'Help on the road, towing and a replacement car, day and night, all over Europe.',
    de: 'Hilfe unterwegs, Abschleppen und Ersatzwagen, Tag und Nacht, in ganz Europa.',
  },
  exclusions: {
    it: ['Più di tre interventi all’anno'],
    en: ['More than three calls a year'],
    de: ['Mehr als drei Einsätze im Jahr'],
  },
  article: '6.1',
};

export const glass: Coverage = {
  from: 1,
  names: { it: 'Cristalli', en: 'Glass', de: 'Glasbruch' },
  summaries: {
    it: 'Riparazione o sostituzione dei vetri rotti.',
    en: 'Repair or replacement of broken windows.',
    de: 'Reparatur oder Ersatz zerbrochener Scheiben.',
  },
  exclusions: { it: ['Graffi e rigature'], en: ['Scratches'], de: ['Kratzer'] },
  limit: byTier(500, 750, 1_000),
  deductible: byTier(100, 100, 0),
  article: '4.5',
};

export const driver: Coverage = {
  from: 2,
  names: { it: 'Infortuni del conducente', en: 'Injury to the driver', de: 'Fahrerunfall' },
  summaries: {
    it: 'Un capitale se chi guida muore o resta con un’invalidità permanente, anche per colpa sua.',
    en: 'A lump sum if the driver dies or is permanently injured, even through their own fault.',
    de: 'Ein Kapital bei Tod oder bleibender Verletzung am Steuer, auch durch eigene Schuld.',
  },
  exclusions: {
    it: ['Gare e prove sportive'],
    en: ['Races and sporting trials'],
    de: ['Rennen und sportliche Prüfungen'],
  },
  sumInsured: byTier(50_000, 100_000, 150_000),
  deductiblePercent: 3,
  article: '5.1',
};

export const legal: Coverage = {
  from: 2,
  names: { it: 'Tutela legale', en: 'Legal protection', de: 'Rechtsschutz' },
  summaries: {
    it: 'Avvocato e spese di giudizio dopo un incidente.',
    en: 'Lawyer and court costs after an accident.',
    de: 'Anwalt und Gerichtskosten nach einem Unfall.',
  },
  exclusions: { it: ['Multe e sanzioni'], en: ['Fines'], de: ['Geldstrafen'] },
  limit: byTier(10_000, 10_000, 20_000),
  article: '7.1',
};

export const gear: Coverage = {
  from: 1,
  names: { it: 'Casco e abbigliamento', en: 'Helmet and clothing', de: 'Helm und Kleidung' },
  summaries: {
    it: 'Il casco e la tuta rovinati in una caduta.',
    en: 'A helmet and suit ruined in a fall.',
    de: 'Bei einem Sturz beschädigter Helm und Anzug.',
  },
  exclusions: {
    it: ['Oggetti con più di cinque anni'],
    en: ['Things older than five years'],
    de: ['Gegenstände, die älter als fünf Jahre sind'],
  },
  limit: byTier(500, 1_000, 1_500),
  article: '4.7',
};
