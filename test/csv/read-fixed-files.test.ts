import { readPeople, readQuotas, readStages } from '../../src/csv/index.ts';

describe('readStages', () => {
  test('reads each stage that a deal entered', () => {
    const { rows, counts } = readStages(
      'stage,deal_id,entered_at\nQualified,1,2026-01-02 10:00\nQualified,1,2026-01-02 10:00\n',
      { timeZone: 'UTC' },
    );
    expect(rows[0]).toEqual({
      line: 2,
      dealId: '1',
      stage: 'Qualified',
      enteredAt: new Date('2026-01-02T10:00:00Z'),
    });
    expect(counts).toEqual({ rows: 2, loaded: 2, rejected: 0, superseded: 0 });
  });
});

describe('readQuotas', () => {
  const header = 'owner,team,pipeline,period_start,period,amount,currency\n';

  test('reads rep and team quotas', () => {
    const { rows, problems } = readQuotas(
      `${header}Ana@x.example,,,2026-10-01,Quarter,"300,000.00 EUR",\n,DACH,Renewals,2026-10-01,month,5,usd\n`,
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        owner: 'Ana@x.example',
        team: null,
        pipeline: null,
        periodStart: '2026-10-01',
        period: 'quarter',
        amount: '300000.00',
        currency: 'EUR',
      },
      {
        line: 3,
        owner: null,
        team: 'DACH',
        pipeline: 'Renewals',
        periodStart: '2026-10-01',
        period: 'month',
        amount: '5',
        currency: 'USD',
      },
    ]);
  });

  test.each([
    [',,,2026-10-01,quarter,5,', 'owner is empty, and so is team; fill in one of them'],
    ['Ana,DACH,,2026-10-01,quarter,5,', 'owner is filled in, and so is team; a quota is for one of them'],
    [
      'Ana,,,2026-10-15,quarter,5,',
      'period_start: "2026-10-15" is not the first day of a period; write the first day of its first month',
    ],
    ['Ana,,,2026-10-01,week,5,', 'period is no period; write month, quarter, half or year'],
    ['Ana,,,2026-10-01,quarter,,', 'amount is empty; write the quota, 0 for none'],
    ['Ana,,,2026-10-01,quarter,-5,', 'amount: "-5" is negative; a quota is 0 or more'],
    ['Ana,,,2026-10-01,quarter,5 EUR,USD', 'amount is in EUR and currency says USD; write one'],
  ])('%j is rejected: %s', (row, reason) => {
    expect(readQuotas(header + row).problems).toEqual([{ line: 2, kind: 'rejected', reason }]);
  });

  test('the last quota of the same rep, pipeline and period wins', () => {
    const { rows, problems } = readQuotas(
      `${header}Ana,,,2026-10-01,quarter,5,\nAna,,,2026-10-01,month,6,\nAna,,,2026-10-01,quarter,7,\n`,
    );
    expect(rows.map(({ amount }) => amount)).toEqual(['6', '7']);
    expect(problems).toEqual([
      {
        line: 2,
        kind: 'superseded',
        reason:
          'The quarter quota of Ana from 2026-10-01 comes again on line 4; the last one counts, remove the others',
      },
    ]);
  });
});

describe('readPeople', () => {
  const header = 'email,name,team,manager,start,end,ramp_months\n';

  test('reads people and lowers their addresses', () => {
    const { rows } = readPeople(`${header}Ana.Ruiz@x.example,Ana Ruiz,DACH,maria@x.example,2026-01-05,,6\n`);
    expect(rows).toEqual([
      {
        line: 2,
        email: 'ana.ruiz@x.example',
        name: 'Ana Ruiz',
        team: 'DACH',
        manager: 'maria@x.example',
        start: '2026-01-05',
        end: null,
        rampMonths: 6,
      },
    ]);
  });

  test.each([
    ['Ana,,,,,,', 'email is no e-mail address; write the one that HubSpot knows'],
    ['a@x.example,,,,2026-02-01,2026-01-01,', 'end is before start; correct one of them'],
    ['a@x.example,,,,,,3', 'start is empty; a ramp needs the day it began'],
    [
      'a@x.example,,,,2026-02-01,,1.5',
      'ramp_months: "1.5" is no number of months; write a whole number from 0 to 36',
    ],
  ])('%j is rejected: %s', (row, reason) => {
    expect(readPeople(header + row).problems).toEqual([{ line: 2, kind: 'rejected', reason }]);
  });

  test('a column it does not know is ignored, and said so', () => {
    const { rows, problems } = readPeople('email,ramp\na@x.example,6\n');
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([
      {
        line: 1,
        kind: 'column',
        reason: expect.stringMatching(/^"ramp" is no column of this file.*ramp_months$/),
      },
    ]);
  });
});
