import type { Standing } from '../../contract/index.ts';
import { formatMoney } from '../../kernel/money.ts';
import {
  toNumber,
  toPercentText,
  roundRatio,
  multiplyRatios,
  ratio,
  type Ratio,
} from '../../kernel/ratio.ts';
import type { CountedCredit, Pace, PersonStanding } from '../quota/index.ts';
import { bareAmount } from './bare-amount.ts';

export interface StandingQuestion {
  readonly person: { readonly name: string; readonly isViewer: boolean };
  readonly standing: PersonStanding<CountedCredit>;
  /** Null without a quota. */
  readonly pace: Pace | null;
  readonly isOps: boolean;
}

/** Where the person stands, in the words of the card; or, without a quota, what to do about it. */
export function describeStanding({ person, standing, pace, isOps }: StandingQuestion): Standing {
  const measured = standing.attainment.standing;
  if (!measured.ok || !standing.quota.ok || !pace) return describeAbsence(person, standing, isOps);
  const { attainment, credited, quota } = measured.value;
  const whose = person.isViewer ? 'You are' : `${person.name} is`;
  return {
    kind: 'measured',
    headline: `${whose} at ${toPercentText(attainment)}`,
    attainment: inWholePercent(attainment),
    progress: `${bareAmount(credited)} of ${formatMoney(quota)}`,
    pace: pace.workingDay && `On pace for ${toPercentText(pace.workingDay.attainment)}`,
    needed: describeNeed(pace, person.isViewer ? 'you run' : 'running'),
    isExampleQuota: standing.quota.value.source === 'example',
    remarks: [...describeSeason(pace), ...listRemarks(standing)],
  };
}

function describeNeed({ need, runRate }: Pace, runs: string): string | null {
  if (need.kind === 'met') return null;
  if (need.kind === 'noDayLeft') return `${formatMoney(need.gap)} short, and no working day is left`;
  const rate = runRate === null ? '' : `, ${runs} at ${bareAmount(runRate)}`;
  return `${formatMoney(need.amount)} a working day needed${rate}`;
}

/** Said only where the season makes a difference that one would act on. */
const noticeablePoints = 5n;

function describeSeason({ seasonal, workingDay }: Pace): string[] {
  if (!seasonal || !workingDay) return [];
  const points = wholePercent(seasonal.attainment) - wholePercent(workingDay.attainment);
  if (points < noticeablePoints && points > -noticeablePoints) return [];
  return [`As your company's periods usually go: on pace for ${toPercentText(seasonal.attainment)}.`];
}

function listRemarks({ proration, attainment }: PersonStanding<CountedCredit>): string[] {
  const remarks: string[] = [];
  if (proration)
    remarks.push(`Ramp, start or leave reduce the quota to ${toPercentText(proration)} of the full one.`);
  if (attainment.reversed.minor !== 0) {
    remarks.push(
      `Includes ${formatMoney(attainment.reversed)} of deals that were won before and reopened since.`,
    );
  }
  if (attainment.overlay.minor !== 0)
    remarks.push(`Overlay credit beside it: ${formatMoney(attainment.overlay)}.`);
  const without = attainment.exclusions.length;
  if (without === 1) remarks.push('1 won deal is not counted: it has no amount or no close date.');
  if (without > 1)
    remarks.push(`${without} won deals are not counted: they have no amount or no close date.`);
  return remarks;
}

function describeAbsence(
  person: StandingQuestion['person'],
  { attainment }: PersonStanding<CountedCredit>,
  isOps: boolean,
): Standing {
  const absence = attainment.standing.ok ? 'noQuota' : attainment.standing.failure.kind;
  const who = person.isViewer ? 'you' : person.name;
  const wonSoFar = `Won so far: ${formatMoney(attainment.credited)}.`;
  if (absence === 'zeroQuota') {
    return {
      kind: 'notSetUp',
      headline: `${person.isViewer ? 'You carry' : `${person.name} carries`} no quota in this period.`,
      nextStep: wonSoFar,
    };
  }
  if (absence === 'missingParts' || absence === 'overlappingPipelines') {
    return {
      kind: 'notSetUp',
      headline: person.isViewer ? 'Your quota is incomplete.' : `The quota of ${person.name} is incomplete.`,
      nextStep:
        absence === 'missingParts'
          ? `Some months of this period have a quota, others have none. ${wonSoFar}`
          : `Two quotas count the same pipeline. ${wonSoFar}`,
    };
  }
  return {
    kind: 'notSetUp',
    headline: `Sideline has no quota for ${who} yet.`,
    nextStep: `${isOps ? 'You can' : 'Ops can'} add it in two minutes, in a HubSpot goal or a quota file. ${wonSoFar}`,
  };
}

/** A fraction in whole percents, because that is what the bar beside the text shows. */
export function inWholePercent(value: Ratio): { value: number; text: string } {
  return { value: toNumber(ratio(wholePercent(value), 100)), text: toPercentText(value) };
}

function wholePercent(value: Ratio): bigint {
  return roundRatio(multiplyRatios(value, ratio(100)), 'halfAwayFromZero');
}
