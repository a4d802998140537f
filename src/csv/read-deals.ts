import { HUBSPOT_FIELDS, arrangeHubspotExport } from './arrange-hubspot-export.ts';
import { dealSchema } from './deal-schema.ts';
import type { DealRow } from './deal-schema.ts';
import { unreadable } from './reading.ts';
import type { Reading } from './reading.ts';
import { readRows } from './read-rows.ts';
import type { Lined, RowForm } from './read-rows.ts';
import { readTable } from './read-table.ts';
import type { Table } from './read-table.ts';

const FIELDS = [
  'id',
  'created_at',
  'name',
  'pipeline',
  'stage',
  'amount',
  'currency',
  'owner',
  'team',
  'closed_at',
  'outcome',
  'value',
  'expected_close_at',
];

/** Reads deals in HubSpot's export headings, known by `Record ID`, or in the plain form; see docs/csv.md. */
export function readDeals(
  text: string,
  { timeZone }: { readonly timeZone: string },
): Reading<Lined<DealRow>> {
  const table = readTable(text);
  if (!table.ok) return unreadable(table.failure);
  const isExport = table.value.titles.has('record_id');
  return readRows(
    table.value,
    isExport ? exportForm(timeZone, table.value) : plainForm(timeZone, table.value),
  );
}

function plainForm(timeZone: string, { titles }: Table): RowForm<DealRow> {
  return {
    required: ['id', 'created_at'],
    known: null,
    fields: FIELDS,
    schema: dealSchema(timeZone, titles),
    titleOf: (field) => titles.get(field) ?? field,
    keyOf: ({ id }) => `${titles.get('id')} ${id}`,
  };
}

function exportForm(timeZone: string, table: Table): RowForm<DealRow> {
  const { titles } = table;
  const titleOf = (field: string): string => {
    const column = Object.keys(HUBSPOT_FIELDS).find(
      (key) => HUBSPOT_FIELDS[key] === field && titles.has(key),
    );
    return titles.get(column ?? '') ?? HUBSPOT_TITLES[field] ?? field;
  };
  return {
    ...plainForm(timeZone, table),
    required: ['record_id', 'create_date'],
    arrange: (cells) => arrangeHubspotExport(cells, titles),
    titleOf,
    keyOf: ({ id }) => `${titles.get('record_id')} ${id}`,
  };
}

/** What HubSpot calls the columns that may be missing, and those that fill more than one field. */
const HUBSPOT_TITLES: Readonly<Record<string, string>> = {
  record_id: 'Record ID',
  create_date: 'Create Date',
  closed_at: 'Close Date',
  expected_close_at: 'Close Date',
};
