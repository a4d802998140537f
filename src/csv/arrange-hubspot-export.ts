import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Cells } from './read-rows.ts';

/** Columns of HubSpot's deal export, by key, and the plain fields they fill. */
export const HUBSPOT_FIELDS: Readonly<Record<string, string>> = {
  record_id: 'id',
  create_date: 'created_at',
  deal_name: 'name',
  pipeline: 'pipeline',
  deal_pipeline: 'pipeline',
  deal_stage: 'stage',
  amount: 'amount',
  currency: 'currency',
  deal_owner: 'owner',
  hubspot_team: 'team',
};

/** Columns that say together whether a deal is won, lost or open, and what its close date means. */
export const HUBSPOT_CLOSING = [
  'close_date',
  'is_closed_won',
  'is_closed_lost',
  'is_deal_closed?',
  'is_closed_(numeric)',
] as const;

const YES = ['true', 'yes', '1'];
const NO = ['false', 'no', '0', ''];

/**
 * Brings a row of HubSpot's deal export into the plain form. HubSpot has one close date: the expected one until the deal
 * is closed. Where the export lacks the columns that say so, the stage's label decides.
 */
export function arrangeHubspotExport(
  cells: Cells,
  titles: ReadonlyMap<string, string>,
): Result<Cells, string> {
  const flags = HUBSPOT_CLOSING.slice(1).map((column) => [column, cells[column]?.toLowerCase()] as const);
  for (const [column, flag] of flags) {
    if (flag !== undefined && !YES.includes(flag) && !NO.includes(flag)) {
      return err(`${titles.get(column)}: "${flag}" is neither true nor false; write one of them`);
    }
  }
  const outcome = decideOutcome(
    flags.map(([, flag]) => (flag === undefined ? null : YES.includes(flag))),
    cells['deal_stage'] ?? '',
  );
  const closeDate = cells['close_date'] ?? '';
  const closing = outcome === '' ? { expected_close_at: closeDate } : { closed_at: closeDate };
  const arranged: Record<string, string> = {};
  for (const [column, text] of Object.entries(cells)) {
    const isClosing = HUBSPOT_CLOSING.some((name) => name === column);
    if (!isClosing && HUBSPOT_FIELDS[column] === undefined) arranged[column] = text;
  }
  for (const [column, field] of Object.entries(HUBSPOT_FIELDS)) {
    const text = cells[column];
    if (text !== undefined) arranged[field] = text;
  }
  return ok({ ...arranged, ...closing, outcome });
}

function decideOutcome(
  [won, lost, ...closed]: readonly (boolean | null)[],
  stage: string,
): 'won' | 'lost' | '' {
  if (won === true) return 'won';
  if (lost === true || closed.includes(true)) return 'lost';
  if (won == null && /\bwon\b/i.test(stage)) return 'won';
  return lost == null && /\blost\b/i.test(stage) ? 'lost' : '';
}
