import * as z from 'zod';
import { instant, requiredText } from './fields.ts';
import type { Reading } from './reading.ts';
import { readFixedFile } from './read-fixed-file.ts';
import type { Lined } from './read-rows.ts';

const stageSchema = (timeZone: string) =>
  z
    .object({ deal_id: requiredText, stage: requiredText, entered_at: instant(timeZone) })
    .transform(({ deal_id, stage, entered_at }) => ({ dealId: deal_id, stage, enteredAt: entered_at }));

/** One stage that a deal entered. */
export type StageRow = z.output<ReturnType<typeof stageSchema>>;

/** Reads stage histories: `deal_id,stage,entered_at`, one row for each stage that a deal entered, in any order. */
export function readStages(
  text: string,
  { timeZone }: { readonly timeZone: string },
): Reading<Lined<StageRow>> {
  return readFixedFile(text, {
    required: ['deal_id', 'stage', 'entered_at'],
    optional: [],
    schema: stageSchema(timeZone),
    keyOf: null,
  });
}
