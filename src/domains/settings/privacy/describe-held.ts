import type { AboutMeView } from '../../../contract/index.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { periodLabel, type Period } from '../../../kernel/period.ts';
import type { SharingLevel } from '../../../kernel/portal.ts';
import { toPercentText } from '../../../kernel/ratio.ts';
import { showDay } from '../../../kernel/show-day.ts';
import type { Person, PersonStanding } from '../../quota/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { describeQuotaSource } from '../quotas/describe-quota-source.ts';

type Held = AboutMeView['held'];

export interface HeldFacts {
  readonly person: Person;
  readonly teamName: string | null;
  readonly managerName: string | null;
  readonly period: Period;
  readonly standing: PersonStanding;
  readonly openDeals: number;
  readonly isOps: boolean;
  readonly actions: number;
}

const hubspot = 'HubSpot';
const ops = 'your ops, in the settings';
const figures = 'you, those above you in the hierarchy, and ops';

/** What is held on a person, in their words; nothing that is not there is named. */
export function describeHeld(facts: HeldFacts): Held {
  const { person, period } = facts;
  const label = periodLabel(period);
  return [
    {
      title: 'Who you are',
      lines: [person.name, person.email].filter(Boolean),
      from: hubspot,
      seenBy: 'colleagues, as in HubSpot',
    },
    {
      title: 'Where you stand in the company',
      lines: [
        facts.teamName === null ? 'In no team' : `Team ${facts.teamName}`,
        facts.managerName === null ? 'Reporting to nobody' : `Reporting to ${facts.managerName}`,
      ],
      from: 'HubSpot teams, and what ops set',
      seenBy: 'colleagues',
    },
    ...describeWork(person),
    ...describeFigures(facts, label),
    ...(facts.isOps
      ? [{ title: 'Your role', lines: ['You are ops: you run these settings'], from: 'ops', seenBy: ops }]
      : []),
    ...(facts.actions > 0
      ? [
          {
            title: 'What you changed in Sideline',
            lines: [countNoun(facts.actions, 'entry', 'entries')],
            from: 'the audit log',
            seenBy: ops,
          },
        ]
      : []),
  ];
}

function describeWork({ startsOn, endsOn, rampMonths }: Person): Held {
  const lines = [
    ...(startsOn === null ? [] : [`First day ${showDay(startsOn)}`]),
    ...(endsOn === null ? [] : [`Last day ${showDay(endsOn)}`]),
    ...(rampMonths === 0 ? [] : [`Ramp of ${countNoun(rampMonths, 'month')}`]),
  ];
  return lines.length === 0 ? [] : [{ title: 'Dates of work', lines, from: 'ops', seenBy: ops }];
}

function describeFigures({ standing, openDeals }: HeldFacts, label: string): Held {
  const { quota, attainment } = standing;
  const measured = attainment.standing;
  return [
    ...(quota.ok
      ? [
          {
            title: 'Your quota',
            lines: [
              `${formatMoney(quota.value.amount)} for ${label}: ${describeQuotaSource(quota.value.source)}`,
            ],
            from: 'HubSpot goals, ops, or your own past',
            seenBy: figures,
          },
        ]
      : []),
    {
      title: 'Your attainment',
      lines: [
        measured.ok
          ? `${toPercentText(measured.value.attainment)} in ${label}: ${formatMoney(measured.value.credited)} credited`
          : `${formatMoney(attainment.credited)} credited in ${label}`,
        `from ${countNoun(new Set(attainment.credits.map(({ dealId }) => dealId)).size, 'deal')}; ${countNoun(openDeals, 'open deal')} in your name`,
      ],
      from: 'HubSpot deals, computed by Sideline',
      seenBy: figures,
    },
  ];
}

/** What every colleague can read on a person's deals. */
export function describeOnDeals(level: SharingLevel): string {
  if (level === 'everyone')
    return 'Everybody who sees one of your open deals reads your quota, attainment and gap there: your ops chose that.';
  if (level === 'team')
    return 'Your deals show how your team stands, never you alone, and the deal’s own facts.';
  return 'Your deals show the deal’s own facts only: no quota, no attainment.';
}
