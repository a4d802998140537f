import type { GroupSummary, Outlook, Overview, TargetMismatch } from '../domains/team/index.ts';
import { formatMoney, negate, type Money } from '../kernel/money.ts';
import { periodLabel } from '../kernel/period.ts';
import { toNumber, toPercentText, type Ratio } from '../kernel/ratio.ts';

const NAME_WIDTH = 34;

/** An overview as a table for the terminal. */
export function describeOverview(overview: Overview): string {
  const { period, categories } = overview;
  const [everybody] = overview.groups;
  return [
    `${periodLabel(period)}, as of ${overview.asOf.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    '',
    ...overview.groups.flatMap(describeGroup),
    '',
    ...(everybody ? describeOutlook(everybody.outlook) : []),
    ...categories.map(({ category, single, cumulative }) =>
      [
        `  ${category.label.padEnd(NAME_WIDTH - 2)}`,
        `${single.count} deals`.padStart(10),
        formatMoney(single.amount).padStart(18),
        cumulative === null ? '' : `  with all that is surer ${formatMoney(cumulative.amount)}`,
      ]
        .join(' ')
        .trimEnd(),
    ),
  ].join('\n');
}

function describeOutlook({ forecast, coverage }: Outlook): string[] {
  return [
    `Forecast ${formatMoney(forecast.total)} = won ${formatMoney(forecast.won)} + open ${formatMoney(forecast.open)} from ${forecast.counted} deals; new business not created yet is not in it`,
    describeGap(forecast.gap),
    describeCoverage(coverage),
  ];
}

function describeGroup(group: GroupSummary): string[] {
  const { rollUp, participation, distribution, mismatch } = group;
  const indent = '  '.repeat(group.depth);
  const facts = [
    participation && `${participation.atQuota.count} of ${participation.carriers} at quota`,
    distribution && `median ${toPercentText(distribution.median)}, mean ${toPercentText(distribution.mean)}`,
    mismatch && describeMismatch(mismatch),
  ].filter((fact) => typeof fact === 'string');
  return [
    `${line(`${indent}${group.name}`, rollUp.standing.ok ? rollUp.standing.value : null, rollUp.credited)}  ${facts.join(' · ')}`.trimEnd(),
    ...group.members.map(({ name, standing }) => {
      const measured = standing.attainment.standing;
      return line(`${indent}  ${name}`, measured.ok ? measured.value : null, standing.attainment.credited);
    }),
  ];
}

function line(
  name: string,
  standing: { readonly attainment: Ratio; readonly quota: Money } | null,
  credited: Money,
): string {
  const share = standing ? toPercentText(standing.attainment) : '–';
  const of = standing ? `of ${formatMoney(standing.quota)}` : '· no quota';
  return `${name.padEnd(NAME_WIDTH)} ${share.padStart(6)} ${formatMoney(credited).padStart(16)} ${of}`;
}

function describeGap(gap: Money | null): string {
  if (gap === null) return 'No quota to compare the forecast with';
  return gap.minor > 0
    ? `The forecast falls ${formatMoney(gap)} short of the quota`
    : `The forecast is ${formatMoney(negate(gap))} above the quota`;
}

function describeMismatch({ difference }: TargetMismatch): string | null {
  if (difference.minor === 0) return null;
  return difference.minor > 0
    ? `team quota ${formatMoney(difference)} above its members'`
    : `team quota ${formatMoney(negate(difference))} below its members'`;
}

function describeCoverage(coverage: Outlook['coverage']): string {
  if (coverage.kind === 'none') return 'Coverage: no quota to cover';
  if (coverage.kind === 'met')
    return `Coverage: the quota is met; ${formatMoney(coverage.pipeline)} more close in the period`;
  return `Coverage ${toNumber(coverage.coverage).toFixed(1)} times: ${formatMoney(coverage.pipeline)} close in the period, ${formatMoney(coverage.needed)} are needed`;
}
