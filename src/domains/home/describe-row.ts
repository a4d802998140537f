import type { HomeTeamRow } from '../../contract/index.ts';
import { formatMoney, negate, type Money } from '../../kernel/money.ts';
import { toNumber } from '../../kernel/ratio.ts';
import { bareAmount, inWholePercent } from '../quota-forecast/index.ts';
import type { PersonStanding, Standing } from '../quota/index.ts';
import type { GroupSummary, Outlook, PersonSummary, TargetMismatch } from '../team/index.ts';
import { describeParticipation } from './describe-spread.ts';

/** A group as a row: its carriers' credit against their quotas. What is said of everybody's spread stands above the table. */
export function describeGroupRow(group: GroupSummary, name: string): HomeTeamRow {
  const { teamId, rollUp } = group;
  return {
    subject: teamId === null ? 'everybody' : `team ${teamId}`,
    kind: teamId === null ? 'everybody' : 'team',
    name,
    depth: group.depth,
    ...describeFigures(rollUp.standing.ok ? rollUp.standing.value : null, rollUp.credited, group.outlook),
    remarks: teamId === null ? [] : listTeamRemarks(group),
  };
}

function listTeamRemarks({ participation, distribution, mismatch, unseen }: GroupSummary): string[] {
  return [
    participation && describeParticipation(participation),
    distribution &&
      distribution.bands.reduce((sum, { count }) => sum + count, 0) > 1 &&
      `median ${inWholePercent(distribution.median).text}, mean ${inWholePercent(distribution.mean).text}`,
    mismatch && describeMismatch(mismatch),
    unseen > 0 &&
      `Without ${unseen === 1 ? 'one person who does' : `${unseen} people who do`} not report to you`,
  ].filter((remark) => typeof remark === 'string');
}

export function describePersonRow(
  { ownerId, name, standing, outlook }: PersonSummary,
  depth: number,
): HomeTeamRow {
  const measured = standing.attainment.standing;
  return {
    subject: ownerId,
    kind: 'person',
    name,
    depth,
    ...describeFigures(measured.ok ? measured.value : null, standing.attainment.credited, outlook),
    remarks: listRemarks(standing),
  };
}

function describeFigures(
  standing: Standing | null,
  won: Money,
  { pace, forecast, coverage }: Outlook,
): Pick<HomeTeamRow, 'attainment' | 'won' | 'quota' | 'pace' | 'needed' | 'forecast' | 'coverage'> {
  return {
    attainment: standing && inWholePercent(standing.attainment),
    won: bareAmount(won),
    quota: standing && bareAmount(standing.quota),
    pace: pace?.workingDay ? inWholePercent(pace.workingDay.attainment) : null,
    needed: pace && describeNeed(pace.need),
    forecast: bareAmount(forecast.total),
    coverage: describeCoverage(coverage),
  };
}

function describeNeed(need: NonNullable<Outlook['pace']>['need']): string {
  if (need.kind === 'met') return 'met';
  return need.kind === 'noDayLeft' ? `${bareAmount(need.gap)} short` : bareAmount(need.amount);
}

function describeCoverage(coverage: Outlook['coverage']): string | null {
  if (coverage.kind === 'none') return null;
  return coverage.kind === 'met' ? 'met' : `${toNumber(coverage.coverage).toFixed(1)} times`;
}

function describeMismatch({ difference, sumOfMembers }: TargetMismatch): string | null {
  if (difference.minor === 0) return null;
  return difference.minor > 0
    ? `The team's quota is ${formatMoney(difference)} above its members' ${formatMoney(sumOfMembers)}`
    : `The team's quota is ${formatMoney(negate(difference))} below its members' ${formatMoney(sumOfMembers)}`;
}

function listRemarks({ quota, proration, attainment }: PersonStanding): string[] {
  const without = attainment.exclusions.length;
  return [
    describeAbsence(attainment.standing),
    quota.ok && quota.value.source === 'example' && 'Example quota',
    proration && `Ramp, start or leave: ${inWholePercent(proration).text} of the full quota`,
    attainment.overlay.minor !== 0 && `Overlay credit beside it: ${formatMoney(attainment.overlay)}`,
    without === 1 && '1 won deal is not counted',
    without > 1 && `${without} won deals are not counted`,
  ].filter((remark) => typeof remark === 'string');
}

function describeAbsence(standing: PersonStanding['attainment']['standing']): string | null {
  if (standing.ok) return null;
  switch (standing.failure.kind) {
    case 'noQuota':
      return 'No quota yet';
    case 'zeroQuota':
      return 'No quota in this period';
    case 'missingParts':
      return 'Some months of the period have no quota';
    case 'overlappingPipelines':
      return 'Two quotas count the same pipeline';
  }
}
