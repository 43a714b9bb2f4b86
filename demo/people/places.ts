// Real municipalities around the five agencies. Postcodes and streets were written by hand: no list of them has a clear
// licence. A province's number is its ISTAT code, which also stands in a partita IVA.
import type { AgencyKey } from '../insurer/agencies.ts';

export type Region = 'toscana' | 'veneto' | 'alto-adige' | 'lombardia' | 'campania';

export type Place = {
  municipality: string;
  province: string;
  belfiore: string;
  /** Streets with their postcode; one postcode alone stands for all the usual streets. */
  streets: [street: string, postcode: string][];
  /** Dialling prefix of landlines. */
  prefix: string;
  /** The three digits of the province in a partita IVA. */
  office: string;
  region: Region;
  agency: AgencyKey;
  /** How many customers live here, compared with the others. */
  weight: number;
};

const usual = [
  ...[
    'Via Roma',
    'Via Garibaldi',
    'Via Mazzini',
    'Via Dante',
    'Via Cavour',
    'Via Marconi',
    'Via Verdi',
    'Via Matteotti',
  ],
  ...['Via Manzoni', 'Via Leopardi', 'Via della Stazione', 'Via delle Rose', 'Viale Europa', 'Via San Francesco'],
];

type Group = { region: Region; agency: AgencyKey };
const inGroup =
  ({ region, agency }: Group) =>
  (
    weight: number,
    municipality: string,
    province: string,
    belfiore: string,
    office: string,
    prefix: string,
    where: string | [string, string][],
  ): Place => ({
    municipality,
    province,
    belfiore,
    office,
    prefix,
    region,
    agency,
    weight,
    streets: typeof where === 'string' ? usual.map((street): [string, string] => [street, where]) : where,
  });

const firenze = inGroup({ region: 'toscana', agency: 'firenze-rifredi' });
const padova = inGroup({ region: 'veneto', agency: 'padova-facciolati' });
const bolzano = inGroup({ region: 'alto-adige', agency: 'bolzano' });
const rovereto = inGroup({ region: 'veneto', agency: 'bolzano' });
const milano = inGroup({ region: 'lombardia', agency: 'milano' });
const napoli = inGroup({ region: 'campania', agency: 'napoli' });

export const places: Place[] = [
  firenze(10, 'Firenze', 'FI', 'D612', '048', '055', [
    ['Via Reginaldo Giuliani', '50141'],
    ['Via Vittorio Emanuele II', '50134'],
    ['Via dei Serragli', '50124'],
    ['Via Vincenzo Gioberti', '50121'],
    ['Via Pisana', '50143'],
    ['Via Aretina', '50136'],
    ['Viale dei Mille', '50131'],
    ['Via di Novoli', '50127'],
    ['Via Baracca', '50127'],
    ['Via Senese', '50124'],
    ['Via Romana', '50125'],
    ['Via Faentina', '50133'],
  ]),
  firenze(3, 'Sesto Fiorentino', 'FI', 'I684', '048', '055', '50019'),
  firenze(3, 'Scandicci', 'FI', 'B962', '048', '055', '50018'),
  firenze(2, 'Campi Bisenzio', 'FI', 'B507', '048', '055', '50013'),
  firenze(3, 'Prato', 'PO', 'G999', '100', '0574', '59100'),
  firenze(2, 'Empoli', 'FI', 'D403', '048', '0571', '50053'),
  firenze(2, 'Pistoia', 'PT', 'G713', '047', '0573', '51100'),
  firenze(2, 'Arezzo', 'AR', 'A390', '051', '0575', '52100'),
  firenze(1, 'Siena', 'SI', 'I726', '052', '0577', '53100'),
  firenze(2, 'Lucca', 'LU', 'E715', '046', '0583', '55100'),
  padova(9, 'Padova', 'PD', 'G224', '028', '049', [
    ['Via Facciolati', '35126'],
    ['Via Altinate', '35121'],
    ['Via Umberto I', '35122'],
    ['Via Euganea', '35141'],
    ['Via Tiziano Aspetti', '35133'],
    ['Via Guizza', '35125'],
    ['Via Chiesanuova', '35136'],
    ['Via Sorio', '35141'],
    ['Via Bronzetti', '35138'],
    ['Via Piovese', '35127'],
  ]),
  padova(2, 'Abano Terme', 'PD', 'A001', '028', '049', '35031'),
  padova(1, 'Cittadella', 'PD', 'C743', '028', '049', '35013'),
  padova(3, 'Vicenza', 'VI', 'L840', '024', '0444', '36100'),
  padova(1, 'Bassano del Grappa', 'VI', 'A703', '024', '0424', '36061'),
  padova(3, 'Treviso', 'TV', 'L407', '026', '0422', '31100'),
  padova(3, 'Verona', 'VR', 'L781', '023', '045', [
    ['Corso Cavour', '37121'],
    ['Corso Porta Nuova', '37122'],
    ['Via Mameli', '37126'],
    ['Via Venti Settembre', '37129'],
    ['Corso Milano', '37138'],
  ]),
  padova(3, 'Venezia', 'VE', 'L736', '027', '041', [
    ['Corso del Popolo', '30172'],
    ['Via Piave', '30171'],
    ['Via Miranese', '30174'],
    ['Fondamenta della Misericordia', '30121'],
    ['Via Sandro Gallo', '30126'],
  ]),
  bolzano(6, 'Bolzano', 'BZ', 'A952', '021', '0471', [
    ['Via Museo', '39100'],
    ['Viale Druso', '39100'],
    ['Via Claudia Augusta', '39100'],
    ['Via Roma', '39100'],
    ['Via Torino', '39100'],
    ['Corso della Libertà', '39100'],
  ]),
  bolzano(3, 'Merano', 'BZ', 'F132', '021', '0473', '39012'),
  bolzano(2, 'Bressanone', 'BZ', 'B160', '021', '0472', '39042'),
  bolzano(2, 'Brunico', 'BZ', 'B220', '021', '0474', '39031'),
  bolzano(1, 'Laives', 'BZ', 'E421', '021', '0471', '39055'),
  bolzano(1, 'Appiano sulla strada del vino', 'BZ', 'A332', '021', '0471', '39057'),
  rovereto(2, 'Rovereto', 'TN', 'H612', '022', '0464', '38068'),
  milano(12, 'Milano', 'MI', 'F205', '015', '02', [
    ['Viale Monza', '20127'],
    ['Via Padova', '20131'],
    ['Corso Buenos Aires', '20124'],
    ['Via Savona', '20144'],
    ['Via Ripamonti', '20141'],
    ['Corso Lodi', '20139'],
    ['Via Lorenteggio', '20146'],
    ['Via Washington', '20146'],
    ['Viale Certosa', '20155'],
    ['Via Farini', '20159'],
    ['Corso di Porta Romana', '20122'],
    ['Via Solari', '20144'],
  ]),
  milano(3, 'Monza', 'MB', 'F704', '015', '039', '20900'),
  milano(3, 'Sesto San Giovanni', 'MI', 'I690', '015', '02', '20099'),
  milano(2, 'Cinisello Balsamo', 'MI', 'C707', '015', '02', '20092'),
  milano(3, 'Bergamo', 'BG', 'A794', '016', '035', [
    ['Via Borgo Palazzo', '24125'],
    ['Via Broseta', '24128'],
    ["Via Sant'Alessandro", '24122'],
    ['Via Corridoni', '24124'],
  ]),
  milano(3, 'Brescia', 'BS', 'B157', '017', '030', [
    ['Via Milano', '25127'],
    ['Via Cremona', '25124'],
    ['Via San Faustino', '25122'],
    ['Via Crocifissa di Rosa', '25128'],
  ]),
  milano(1, 'Pavia', 'PV', 'G388', '018', '0382', '27100'),
  milano(2, 'Como', 'CO', 'C933', '013', '031', '22100'),
  milano(1, 'Lodi', 'LO', 'E648', '098', '0371', '26900'),
  napoli(12, 'Napoli', 'NA', 'F839', '063', '081', [
    ['Via Toledo', '80132'],
    ['Via Foria', '80137'],
    ['Via Luca Giordano', '80127'],
    ['Via Scarlatti', '80129'],
    ['Via Manzoni', '80123'],
    ['Corso Umberto I', '80138'],
    ['Via Epomeo', '80126'],
    ['Riviera di Chiaia', '80121'],
    ['Via Caravaggio', '80126'],
    ['Via Petrarca', '80122'],
  ]),
  napoli(3, 'Pozzuoli', 'NA', 'G964', '063', '081', '80078'),
  napoli(2, 'Portici', 'NA', 'G902', '063', '081', '80055'),
  napoli(2, 'Casoria', 'NA', 'B990', '063', '081', '80026'),
  napoli(3, 'Caserta', 'CE', 'B963', '061', '0823', '81100'),
  napoli(3, 'Salerno', 'SA', 'H703', '065', '089', [
    ['Corso Vittorio Emanuele', '84123'],
    ['Via dei Principati', '84122'],
    ['Via Irno', '84135'],
    ['Via Trento', '84129'],
  ]),
  napoli(1, 'Avellino', 'AV', 'A509', '064', '0825', '83100'),
  napoli(1, 'Benevento', 'BN', 'A783', '062', '0824', '82100'),
];
