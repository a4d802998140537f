import fc from 'fast-check';
import { readDeals } from '../../src/csv/index.ts';

const zone = { timeZone: 'Europe/Berlin' };

describe("in HubSpot's export headings", () => {
  const header =
    'Deal owner,Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Close Date,Create Date,Is Closed Won,Deal Type';

  test('an open deal has an expected close date, a closed one an actual', () => {
    const { rows, problems, counts } = readDeals(
      [
        header,
        'Ana Ruiz,18204501234,Acme - 40 licences,Contract Sent,Sales Pipeline,24000,EUR,2026-12-31 14:30,2026-10-05 09:00,false,New Business',
        'Ana Ruiz,18204501235,Birkholm - 10 licences,Closed Won,Sales Pipeline,"6,000.00",EUR,2026-11-02,2026-09-01 10:15,true,',
        ',18204501236,,Closed Lost,Sales Pipeline,,,2026-11-03,2026-09-01,false,',
      ].join('\n'),
      zone,
    );
    expect(problems).toEqual([]);
    expect(counts).toEqual({ rows: 3, loaded: 3, rejected: 0, superseded: 0 });
    expect(rows).toEqual([
      {
        line: 2,
        id: '18204501234',
        name: 'Acme - 40 licences',
        pipeline: 'Sales Pipeline',
        stage: 'Contract Sent',
        owner: 'Ana Ruiz',
        team: null,
        outcome: null,
        createdAt: new Date('2026-10-05T07:00:00Z'),
        closedAt: null,
        expectedCloseAt: new Date('2026-12-31T13:30:00Z'),
        amount: '24000',
        value: '24000',
        currency: 'EUR',
        categories: { 'Deal Type': 'New Business' },
      },
      expect.objectContaining({
        outcome: 'won',
        closedAt: new Date('2026-11-01T23:00:00Z'),
        expectedCloseAt: null,
        value: '6000.00',
        categories: { 'Deal Type': null },
      }),
      expect.objectContaining({ outcome: 'lost', name: null, owner: null, amount: null, currency: null }),
    ]);
  });

  test.each([
    ['Is Closed Won', 'true', 'Signed', 'won'],
    ['Is Closed Lost', 'Yes', 'Gone', 'lost'],
    ['Is Deal Closed?', 'true', 'Gone', 'lost'],
    ['Is Closed Won', 'false', 'Negotiation', null],
    ['Owner note', '', 'Closed Won', 'won'],
    ['Owner note', '', 'Lost to competitor', 'lost'],
    ['Owner note', '', 'Wonder', null],
  ])('%s %j in stage %s is %s', (column, flag, stage, outcome) => {
    const text = `Record ID,Create Date,Close Date,Deal Stage,${column}\n1,2026-01-01,2026-02-01,${stage},${flag}`;
    expect(readDeals(text, zone).rows).toEqual([expect.objectContaining({ outcome })]);
  });

  test('reasons name the columns as the file does', () => {
    const { problems } = readDeals(
      [
        header,
        ',1.82E+10,,,,"24,000",,31/12/2026,2026-10-05,false,',
        ',2,,Closed Won,,,,,,true,',
        ',3,,,,,,,2026-10-05,maybe,',
      ].join('\n'),
      zone,
    );
    expect(problems.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      expect.stringMatching(
        /^2 Record ID was shortened by a spreadsheet;.*Amount: "24,000" can be.*Close Date: "31\/12\/2026" is no date/,
      ),
      '3 Create Date is empty; write a date such as 2026-12-31 or 2026-12-31 14:30',
      '4 Is Closed Won: "maybe" is neither true nor false; write one of them',
    ]);
  });

  test('the header must have a creation date', () => {
    expect(readDeals('Record ID,Close Date\n1,2026-01-01', zone).problems).toEqual([
      { line: 1, kind: 'file', reason: 'The header lacks Create Date; add what is missing' },
    ]);
  });
});

describe('in the plain form', () => {
  test('every further column is a category', () => {
    const { rows } = readDeals(
      'id,created_at,amount,value,outcome,closed_at,Region\nA1,2026-01-02,100,90.5,Won,2026-02-03,North',
      zone,
    );
    expect(rows).toEqual([
      expect.objectContaining({
        id: 'A1',
        amount: '100',
        value: '90.5',
        outcome: 'won',
        categories: { Region: 'North' },
      }),
    ]);
  });

  test.each([
    ['id,created_at,outcome\n1,2026-01-01,won', 'closed_at is empty; fill in when the deal was won'],
    [
      'id,created_at,closed_at\n1,2026-01-01,2026-02-01',
      'outcome is empty although the deal has closed; write won or lost',
    ],
    [
      'id,created_at,outcome\n1,2026-01-01,maybe',
      'outcome is no outcome; write won or lost, or leave it empty while the deal is open',
    ],
    [
      'id,created_at,amount,currency\n1,2026-01-01,5 USD,EUR',
      'amount is in two currencies (EUR, USD); write one',
    ],
    [
      'id,created_at,currency\n1,2026-01-01,Euro',
      'currency is no currency code; write three letters such as EUR',
    ],
    ['id,created_at\n,2026-01-01', 'id is empty; fill it in'],
  ])('%j is rejected: %s', (text, reason) => {
    expect(readDeals(text, zone).problems).toEqual([{ line: 2, kind: 'rejected', reason }]);
  });

  test('the last row with an id wins, and the others are reported', () => {
    const { rows, problems, counts } = readDeals(
      'id,created_at,name\n1,2026-01-01,old\n2,2026-01-01,\n1,2026-01-01,new\n1,nonsense,\n',
      zone,
    );
    expect(rows.map(({ id, name }) => [id, name])).toEqual([
      ['2', null],
      ['1', 'new'],
    ]);
    expect(problems.map(({ line, kind }) => [line, kind])).toEqual([
      [2, 'superseded'],
      [5, 'rejected'],
    ]);
    expect(counts).toEqual({ rows: 4, loaded: 2, rejected: 1, superseded: 1 });
  });

  test('whatever the rows hold, loaded, rejected and superseded add up to them, and each shortfall is reported', () => {
    const cell = (...good: string[]) => fc.oneof(fc.constantFrom(...good), fc.string());
    const row = fc.tuple(
      cell('1', '2', '3'),
      cell('2026-01-01', '2026-01-01 10:00'),
      cell('', '5', '1,234'),
      cell('', 'won', 'lost'),
      cell('', '2026-03-01'),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.boolean(), (rows, quoted) => {
        const write = (text: string): string => (quoted ? `"${text.replaceAll('"', '""')}"` : text);
        const text = [
          'id,created_at,amount,outcome,closed_at',
          ...rows.map((cells) => cells.map(write).join(',')),
        ].join('\n');
        const { rows: loaded, problems, counts } = readDeals(text, zone);
        expect(counts.loaded + counts.rejected + counts.superseded).toBe(counts.rows);
        expect(loaded).toHaveLength(counts.loaded);
        expect(problems.filter(({ kind }) => kind === 'rejected')).toHaveLength(counts.rejected);
        expect(problems.filter(({ kind }) => kind === 'superseded')).toHaveLength(counts.superseded);
        expect(new Set(loaded.map(({ id }) => id)).size).toBe(loaded.length);
        if (quoted) {
          const filled = rows.filter((cells) => cells.some((text) => text.trim() !== ''));
          expect(counts.rows).toBe(filled.length);
        }
      }),
    );
  });
});
