import type { ScoredLevels } from '../../../contract/index.ts';
import type { Refusal } from '../../../http/index.ts';
import { judgeLevels } from './judge-levels.ts';
import type { PublishedRubric } from './types.ts';

/** Null for levels that may be kept; `field` is where rubric and levels stand in the request, with its dot at the end. */
export function refuseLevels(
  published: PublishedRubric | undefined,
  levels: ScoredLevels,
  field: string,
): Refusal | null {
  if (!published)
    return {
      code: 'not_found',
      message: 'There is no such version of a rubric. Open the card anew and score again.',
      field: `${field}rubricId`,
    };
  const fault = judgeLevels(published.rubric, levels, `${field}levels`);
  return fault && { code: 'bad_request', ...fault };
}
