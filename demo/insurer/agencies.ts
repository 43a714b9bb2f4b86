import type { Book, Rows } from '../rows.ts';

export type AgencyKey = 'firenze-rifredi' | 'padova-facciolati' | 'bolzano' | 'milano' | 'napoli';

const weekdays = [1, 2, 3, 4, 5];
const mornings = (opens: string, closes: string, days = weekdays) =>
  days.map((weekday) => ({ weekday, opens, closes }));

const agencies: Record<AgencyKey, Rows['agencies']> = {
  'firenze-rifredi': {
    name: 'Firenze Rifredi',
    street: 'Via Reginaldo Giuliani 118',
    postcode: '50141',
    municipality: 'Firenze',
    province: 'FI',
    phone: '+390550000000',
    email: 'firenze.rifredi@agenzie-esempio.example',
    hours: [...mornings('09:00', '13:00'), ...mornings('15:00', '18:30')],
    latitude: 43.7972,
    longitude: 11.2389,
  },
  'padova-facciolati': {
    name: 'Padova Facciolati',
    street: 'Via Facciolati 64',
    postcode: '35126',
    municipality: 'Padova',
    province: 'PD',
    phone: '+390490000100',
    email: 'padova.facciolati@agenzie-esempio.example',
    hours: [...mornings('08:30', '12:30'), ...mornings('14:30', '18:00')],
    latitude: 45.3938,
    longitude: 11.8936,
  },
  bolzano: {
    name: 'Bolzano',
    street: 'Viale Druso 42',
    postcode: '39100',
    municipality: 'Bolzano',
    province: 'BZ',
    phone: '+390471000100',
    email: 'bolzano@agenzie-esempio.example',
    hours: [...mornings('08:30', '12:30'), ...mornings('14:00', '17:30', [1, 2, 3, 4])],
    latitude: 46.4945,
    longitude: 11.3405,
  },
  milano: {
    name: 'Milano',
    street: 'Viale Monza 140',
    postcode: '20127',
    municipality: 'Milano',
    province: 'MI',
    phone: '+390200000100',
    email: 'milano@agenzie-esempio.example',
    hours: [...mornings('09:00', '18:30'), ...mornings('09:00', '12:30', [6])],
    latitude: 45.5013,
    longitude: 9.2231,
  },
  napoli: {
    name: 'Napoli',
    street: 'Via Toledo 205',
    postcode: '80132',
    municipality: 'Napoli',
    province: 'NA',
    phone: '+390810000100',
    email: 'napoli@agenzie-esempio.example',
    hours: [...mornings('09:00', '13:30'), ...mornings('15:30', '19:00')],
    latitude: 40.8412,
    longitude: 14.2487,
  },
};

export function writeAgencies(book: Book): void {
  for (const [key, row] of Object.entries(agencies)) book.write('agencies', `agency-${key}`, row);
}
