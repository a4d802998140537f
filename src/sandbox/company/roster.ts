/** When somebody joined, seen from now: long ago, within the last year, or so lately that they still ramp. */
export type Joined = 'long ago' | 'last year' | 'ramping';

/** What a team sells, which sets deal size, number of deals, length of the cycle and quota. */
export type Segment = 'enterprise' | 'midMarket' | 'commercial';

export interface RosterTeam {
  readonly name: string;
  readonly segment: Segment;
  readonly currency: string;
  readonly manager: string;
  readonly reps: readonly (readonly [name: string, joined: Joined])[];
  /** Reps who left; their closed deals still name them. */
  readonly former: readonly string[];
}

export interface RosterRegion {
  readonly name: string;
  readonly director: string;
  readonly teams: readonly RosterTeam[];
}

export const COMPANY_NAME = 'Lanternhill Software';
export const EMAIL_DOMAIN = 'lanternhill.example';
export const OPS_NAME = 'Nora Winter';

export const REGIONS: readonly RosterRegion[] = [
  {
    name: 'Central Europe',
    director: 'Claudia Brandt',
    teams: [
      {
        name: 'DACH Mid-market',
        segment: 'midMarket',
        currency: 'EUR',
        manager: 'Maria Lang',
        reps: [
          ['Ana Ruiz', 'long ago'],
          ['Jonas Keller', 'long ago'],
          ['Leonie Sauer', 'long ago'],
          ['Emre Aydin', 'long ago'],
          ['Katharina Vogt', 'last year'],
          ['Florian Maurer', 'long ago'],
          ['Zofia Nowicka', 'long ago'],
          ['Matteo Rinaldi', 'ramping'],
        ],
        former: ['Gregor Haas'],
      },
      {
        name: 'DACH Enterprise',
        segment: 'enterprise',
        currency: 'EUR',
        manager: 'Stefan Ortner',
        reps: [
          ['Sabine Wirth', 'long ago'],
          ['Lukas Hofer', 'long ago'],
          ['Nadia Benali', 'long ago'],
          ['Viktor Szabo', 'long ago'],
          ['Helene Frick', 'long ago'],
          ['Dominik Gruber', 'ramping'],
        ],
        former: [],
      },
    ],
  },
  {
    name: 'Northern Europe',
    director: 'Astrid Nyberg',
    teams: [
      {
        name: 'UK and Ireland',
        segment: 'midMarket',
        currency: 'GBP',
        manager: 'Fiona Gallacher',
        reps: [
          ['Callum Reid', 'long ago'],
          ['Aisha Mahmood', 'long ago'],
          ['Rhys Bevan', 'long ago'],
          ['Niamh Doyle', 'long ago'],
          ['Oliver Tennant', 'long ago'],
          ['Grace Okafor', 'long ago'],
          ['Samira Chowdhury', 'last year'],
        ],
        former: ['Neil Ashworth'],
      },
      {
        name: 'Nordics and Benelux',
        segment: 'midMarket',
        currency: 'EUR',
        manager: 'Jeroen de Wit',
        reps: [
          ['Freja Lund', 'long ago'],
          ['Mikkel Toft', 'long ago'],
          ['Saara Niemi', 'long ago'],
          ['Elin Forsberg', 'long ago'],
          ['Bram Verhoeven', 'ramping'],
          ['Lotte Claes', 'last year'],
        ],
        former: ['Paula Stenmark'],
      },
    ],
  },
  {
    name: 'Americas and Commercial',
    director: 'Marcus Whitfield',
    teams: [
      {
        name: 'North America',
        segment: 'enterprise',
        currency: 'USD',
        manager: 'Denise Caldwell',
        reps: [
          ['Tyler Brockman', 'long ago'],
          ['Camila Fuentes', 'long ago'],
          ['Jordan Pruitt', 'long ago'],
          ['Mei Zhao', 'long ago'],
          ['Andre Baptiste', 'long ago'],
          ['Hannah Kowal', 'last year'],
          ['Diego Santillan', 'ramping'],
        ],
        former: ['Trent Holloway'],
      },
      {
        name: 'Commercial',
        segment: 'commercial',
        currency: 'USD',
        manager: 'Rosa Delgado',
        reps: [
          ['Ben Hartley', 'long ago'],
          ['Yuki Tanabe', 'long ago'],
          ['Chloe Marchetti', 'long ago'],
          ['Kofi Mensah', 'long ago'],
          ['Ines Carvalho', 'long ago'],
          ['Pavel Dvorak', 'ramping'],
        ],
        former: [],
      },
    ],
  },
];
