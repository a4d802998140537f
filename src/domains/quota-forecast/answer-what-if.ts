import type { WhatIfRequest, WhatIfView } from '../../contract/index.ts';
import type { Refusal } from '../../http/index.ts';
import { periodAt, periodLabel } from '../../kernel/period.ts';
import { calendarOf } from '../../kernel/portal.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { describeWhatIf } from './describe-what-if.ts';
import { projectStanding } from './project-standing.ts';
import { readWhatIf } from './read-what-if.ts';
import type { Scene } from './scene.ts';
import { standInPeriod } from './stand-in-period.ts';

/** Where the person of the scene would stand with an invented amount and close date. */
export function answerWhatIf(
  { portal, knowledge, credit, deal, state, subject, now, present }: Scene,
  request: Pick<WhatIfRequest, 'amount' | 'closeDate'>,
): Result<WhatIfView, Refusal> {
  if (!subject || deal.isClosed) {
    return err({ code: 'not_found', message: 'There is no what-if for this deal.' });
  }
  const invented = readWhatIf(request, { ...portal, deal, now });
  if (!invented.ok) return invented;
  const { typed, home, closeAt } = invented.value;
  const calendar = calendarOf(portal);
  const period = periodAt(calendar, portal.periodKind, closeAt);
  const measured = standInPeriod({ portal, knowledge, credit }, subject, period);
  const standing = measured.attainment.standing;
  const { ownerId } = subject;
  const question = { deal: state, ownerId, amount: home, closeAt, period, calendar, now };
  const simulation = projectStanding({
    ...question,
    standing: measured,
    uncountedPipelineIds: portal.uncountedPipelineIds,
  });
  if (!simulation.ok || !standing.ok) {
    return err({
      code: 'not_found',
      message: `There is no quota for ${periodLabel(period)} that counts this deal, so there is nothing to measure against.`,
      field: 'closeDate',
    });
  }
  return ok(
    describeWhatIf({
      amount: typed,
      closeAt,
      timeZone: portal.timeZone,
      before: standing.value.attainment,
      simulation: simulation.value,
      period,
      presentPeriod: present,
    }),
  );
}
