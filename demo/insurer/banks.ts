// Banks that do not exist, for the list that one looks one's own up in before paying with MyBank.
export type DemoBank = { name: string; status: 'active' | 'suspended' | 'left' };

const active = [
  'Banca Valdombra',
  'Cassa del Leccio',
  'Credito Pratolungo',
  'Banco San Baudo',
  'Banca Cooperativa Sottomonte',
  'Banca di Città Perduta',
  'Banca Popolare Fonteluna',
  'Cassa Rurale Tre Abeti',
  'Cassa dell’Airone',
  'Credito Cooperativo Rocca Gentile',
  'Banca Ninfea',
  'Banco del Ginepro',
  'Credito Collechiaro',
  'Bergkasse Steinbrünnl',
  'Banca Però',
  'Banco Melagrana',
];

export const demoBanks: readonly DemoBank[] = [
  ...active.map((name): DemoBank => ({ name, status: 'active' })),
  { name: 'Banca Torrevecchia Digitale', status: 'suspended' },
  { name: 'Cassa Agricola Pievebassa', status: 'left' },
];
