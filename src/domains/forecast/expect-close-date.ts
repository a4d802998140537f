import { chooseCell } from './choose-cell.ts';
import { measureStageAge } from './measure-stage-age.ts';
import { dayMilliseconds } from './rules.ts';
import { traceWinShare } from './trace-win-share.ts';
import type { OpenDeal, WinModel } from './types.ts';

export interface ExpectedClose {
  readonly closeAt: Date;
  /** How many won deals the date rests on. */
  readonly won: number;
}

/** With fewer wins the middle one is an accident. */
const winsForDate = 10;

/**
 * When the deal will close, if it is won: now and the median of the days that won deals of the same stage and age still
 * took. Null when the portal has too few of them.
 */
export function expectCloseDate(
  model: WinModel,
  deal: Pick<OpenDeal, 'stageId' | 'stageEnteredAt'>,
  now: Date,
): ExpectedClose | null {
  const cell = chooseCell(model, deal.stageId, measureStageAge(deal.stageEnteredAt, now));
  const won = cell.days.reduce((sum, [, wonThatDay]) => sum + wonThatDay, 0);
  const points = [...traceWinShare(cell)];
  const half = (points.at(-1)?.share ?? 0) / 2;
  const median = points.find(({ share }) => share >= half);
  if (model.basis === 'pipeline' || won < winsForDate || median === undefined) return null;
  return { closeAt: new Date(now.getTime() + median.day * dayMilliseconds), won };
}
