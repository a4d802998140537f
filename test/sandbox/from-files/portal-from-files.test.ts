import fc from 'fast-check';
import { portalFromFiles } from '../../../src/sandbox/from-files/index.ts';
import type { PortalSeed, SeedDeal } from '../../../src/sandbox/seed.ts';

const deals = `id,created_at,name,pipeline,stage,amount,currency,owner,team,closed_at,outcome,value,expected_close_at,Region
A1,2026-01-05,Acme - 40 licences,New business,Won,24000,EUR,Ana Ruiz,DACH,2026-03-20,won,22000,2026-03-31,North
A2,2026-01-10,Birkholm - 5 licences,New business,Lost,3000,EUR,Ben Hartley,DACH,2026-02-15,lost,,2026-02-28,
A3,2026-02-01 09:30,Corvinia - 9 licences,New business,Offer,5000,USD,Ana Ruiz,DACH,,,,2026-04-30,South
A4,2026-02-20,,Renewals,,,EUR,,,,,,,
A5,2026-04-01,Later,New business,Talk,1,EUR,Ana Ruiz,DACH,,,,,
`;
const stages = `deal_id,stage,entered_at
A1,Talk,2026-01-05
A1,Offer,2026-02-10
A2,Talk,2026-01-12
A3,Talk,2026-02-01 09:30
A3,Offer,2026-02-25
A9,Talk,2026-02-25
`;
const people = `email,name,team,manager,start,end,ramp_months
ana.ruiz@acme.example,Ana Ruiz,DACH,maria.lang@acme.example,2025-01-01,,
maria.lang@acme.example,Maria Lang,DACH,,2020-01-01,,
gregor.haas@acme.example,Gregor Haas,DACH,,2020-01-01,2025-12-31,
`;
const on = (day: string) => ({ deals, stages, people, timeZone: 'UTC', today: new Date(`${day}T12:00:00Z`) });

const find = (seed: PortalSeed, name: string): SeedDeal => {
  const deal = seed.deals.find((candidate) => candidate.name.startsWith(name));
  if (deal === undefined) throw new Error(`No deal ${name}`);
  return deal;
};
const days = (versions: readonly { at: string; value: string | null }[]): string[] =>
  versions.map(({ at, value }) => `${at.slice(0, 10)} ${value === null ? '-' : value.slice(0, 10)}`);

describe('a portal from files', () => {
  test('tells each deal as it happened', () => {
    const { seed, report } = portalFromFiles(on('2026-04-02'));
    const acme = find(seed, 'Acme');
    expect(days(acme.stage)).toEqual(['2026-01-05 talk', '2026-02-10 offer', '2026-03-20 won']);
    expect(days(acme.amount)).toEqual(['2026-01-05 24000', '2026-03-20 22000']);
    expect(days(acme.closeDate)).toEqual(['2026-01-05 2026-03-31', '2026-03-20 2026-03-20']);
    expect(acme.properties).toEqual({ category_region: 'North' });
    expect(days(find(seed, 'Birkholm').stage)).toEqual(['2026-01-10 talk', '2026-02-15 lost']);
    expect(days(find(seed, 'Deal A4').stage)).toEqual(['2026-02-20 open']);
    expect(report).toMatchObject({ createdLater: 0, closedLater: 0, stagesWithoutDeal: 1 });
    expect(report.notes).toEqual(['The files hold no exchange rates: 1 USD counts as 1 EUR']);
  });

  test('shows what was known on its date: later deals are absent, deals that closed later open', () => {
    const { seed, report } = portalFromFiles(on('2026-02-12'));
    expect(seed.deals.map(({ name }) => name)).toEqual([
      'Acme - 40 licences',
      'Birkholm - 5 licences',
      'Corvinia - 9 licences',
    ]);
    const acme = find(seed, 'Acme');
    expect(days(acme.stage)).toEqual(['2026-01-05 talk', '2026-02-10 offer']);
    expect(days(acme.amount)).toEqual(['2026-01-05 24000']);
    expect(days(acme.closeDate)).toEqual(['2026-01-05 2026-03-31']);
    expect(days(find(seed, 'Corvinia').stage)).toEqual(['2026-02-01 talk']);
    expect(report).toMatchObject({ createdLater: 2, closedLater: 2 });
  });

  test('makes pipelines of the labels, with rising probabilities', () => {
    const { seed } = portalFromFiles(on('2026-04-02'));
    expect(seed.pipelines).toEqual([
      {
        id: 'default',
        label: 'New business',
        stages: [
          { id: 'talk', label: 'Talk', probability: '0.33' },
          { id: 'offer', label: 'Offer', probability: '0.67' },
          { id: 'won', label: 'Won', probability: '1.0' },
          { id: 'lost', label: 'Lost', probability: '0.0' },
        ],
      },
      {
        id: '70000001',
        label: 'Renewals',
        stages: [
          { id: 'open', label: 'Open', probability: '0.50' },
          { id: 'closedwon', label: 'Closed Won', probability: '1.0' },
          { id: 'closedlost', label: 'Closed Lost', probability: '0.0' },
        ],
      },
    ]);
  });

  test('makes users of people and owners, and archives those who left', () => {
    const { seed } = portalFromFiles(on('2026-04-02'));
    expect(seed.users.map(({ email, archived, superAdmin }) => [email, archived, superAdmin])).toEqual([
      ['ops@sandbox.example', false, true],
      ['ana.ruiz@acme.example', false, false],
      ['maria.lang@acme.example', false, false],
      ['gregor.haas@acme.example', true, false],
      ['ben.hartley@sandbox.example', false, false],
    ]);
    expect(seed.teams).toEqual([{ id: expect.stringMatching(/^\d+$/), name: 'DACH', parentTeamId: null }]);
    expect(new Set(seed.users.slice(1).map(({ teamId }) => teamId))).toEqual(new Set([seed.teams[0]?.id]));
    const ana = seed.users.find(({ firstName }) => firstName === 'Ana')?.ownerId;
    expect(find(seed, 'Acme').owner).toEqual([{ at: '2026-01-05T00:00:00.000Z', value: ana }]);
    expect(find(seed, 'Deal A4').owner).toEqual([{ at: '2026-02-20T00:00:00.000Z', value: null }]);
    expect(seed.setup).toEqual({ peopleCsv: people, quotasCsv: null });
  });

  test('is dated by the last thing that happened when nobody names a date', () => {
    const { report } = portalFromFiles({ deals, timeZone: 'Europe/Berlin', today: null });
    expect(report.today).toEqual(new Date('2026-03-31T22:00:00Z'));
  });

  test('keeps what HubSpot says of its own stages, record ids and properties', () => {
    const { seed } = portalFromFiles({
      deals: [
        'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Is Closed Won,Deal Type,Forecast category',
        '18204501234,Acme - 40 licences,Contract Sent,Sales Pipeline,24000,2026-12-31,2026-10-05,Ana Ruiz,false,newbusiness,Best case',
        '18204501235,Birkholm,Qualified To Buy,Sales Pipeline,24000,2026-12-31,2026-10-05,Ana Ruiz,false,,',
        '18204501236,Corvinia,Closed Won,Sales Pipeline,24000,2026-11-02,2026-10-05,Ana Ruiz,true,,Closed won',
      ].join('\n'),
      timeZone: 'UTC',
      today: null,
    });
    expect(seed.deals.map(({ id }) => id)).toEqual(['18204501234', '18204501235', '18204501236']);
    expect(seed.pipelines[0]?.stages.map(({ id, probability }) => [id, probability])).toEqual([
      ['qualifiedtobuy', '0.4'],
      ['contractsent', '0.9'],
      ['closedwon', '1.0'],
      ['closedlost', '0.0'],
    ]);
    expect(find(seed, 'Acme')).toMatchObject({
      forecastCategory: 'BEST_CASE',
      properties: { dealtype: 'newbusiness' },
    });
    expect(find(seed, 'Corvinia').forecastCategory).toBeNull();
  });

  test('a file that cannot be read makes an empty portal and says why', () => {
    const { seed, report } = portalFromFiles({ deals: 'Deal Name\nAcme', timeZone: 'UTC', today: null });
    expect(seed.deals).toEqual([]);
    expect(report.deals.problems).toEqual([
      { line: 1, kind: 'file', reason: 'The header lacks id, created_at; add what is missing' },
    ]);
  });

  test('holds nothing from after its date, whatever the files say, and every loaded deal is shown or counted', () => {
    const day = fc
      .integer({ min: 1, max: 300 })
      .map((offset) => new Date(Date.UTC(2026, 0, offset)).toISOString().slice(0, 10));
    const deal = fc.record({
      created: day,
      closed: day,
      outcome: fc.constantFrom('won', 'lost', ''),
      stage: fc.constantFrom('', 'Talk', 'Offer', 'Won'),
    });
    const move = fc.record({
      deal: fc.nat({ max: 9 }),
      stage: fc.constantFrom('Talk', 'Offer', 'Won'),
      entered: day,
    });
    fc.assert(
      fc.property(
        fc.array(deal, { maxLength: 10 }),
        fc.array(move, { maxLength: 20 }),
        day,
        (rows, moves, until) => {
          const today = new Date(`${until}T12:00:00Z`);
          const { seed, report } = portalFromFiles({
            deals: [
              'id,created_at,closed_at,outcome,stage',
              ...rows.map(({ created, closed, outcome, stage }, id) =>
                [id, created, outcome && closed, outcome, stage].join(','),
              ),
            ].join('\n'),
            stages: [
              'deal_id,stage,entered_at',
              ...moves.map((row) => [row.deal, row.stage, row.entered].join(',')),
            ].join('\n'),
            timeZone: 'UTC',
            today,
          });
          expect(seed.deals.length + report.createdLater).toBe(rows.length);
          for (const { createdAt, stage, closeDate, amount, owner } of seed.deals) {
            for (const history of [stage, closeDate, amount, owner]) {
              const times = history.map(({ at }) => at);
              expect(times[0]).toBe(createdAt);
              expect(times).toEqual([...new Set(times)].sort());
              expect(Date.parse(times.at(-1) ?? '')).toBeLessThan(today.getTime());
            }
          }
        },
      ),
    );
  });
});
