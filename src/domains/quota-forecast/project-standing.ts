import type { Money } from '../../kernel/money.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import { err, type Result } from '../../kernel/result.ts';
import {
  countsTowards,
  simulateDeal,
  type CountedCredit,
  type DealState,
  type PersonStanding,
  type Simulation,
  type SimulationFailure,
} from '../quota/index.ts';

export type ProjectionFailure = SimulationFailure | { readonly kind: 'otherPipelines' };

/**
 * Where a person would stand in `period` if the deal were won with `amount` on `closeAt`. Refused without a quota to
 * measure against, and where the quota leaves out the deal's pipeline: then the deal changes nothing.
 */
export function projectStanding({
  standing,
  uncountedPipelineIds,
  ...question
}: {
  readonly deal: DealState;
  readonly ownerId: string;
  readonly amount: Money;
  readonly closeAt: Date;
  /** The person's in `period`. */
  readonly standing: PersonStanding<CountedCredit>;
  readonly uncountedPipelineIds: readonly string[];
  readonly period: Period;
  readonly calendar: FiscalCalendar;
  readonly now: Date;
}): Result<Simulation, ProjectionFailure> {
  const { quota, attainment } = standing;
  if (!quota.ok) return quota;
  if (!countsTowards(question.deal.pipelineId, quota, uncountedPipelineIds))
    return err({ kind: 'otherPipelines' });
  return simulateDeal({ ...question, credited: attainment.credited, quota: quota.value.amount });
}
