import type { QuotaCell, QuotasView } from '../../../contract/index.ts';
import { formatMoney, money, toDecimalString } from '../../../kernel/money.ts';
import type { Period } from '../../../kernel/period.ts';
import type { Person, QuotaSource, StoredQuota } from '../../quota/index.ts';
import { quotaSources } from '../../quota/index.ts';
import { describeEmployment } from './describe-employment.ts';
import { describeQuotaSource } from './describe-quota-source.ts';

type GridRow = QuotasView['rows'][number];

export interface GridQuestion {
  /** In the order of the rows; those who left stand here only if they have a quota in the year. */
  readonly people: readonly Pick<
    Person,
    'ownerId' | 'name' | 'teamId' | 'archived' | 'startsOn' | 'endsOn' | 'rampMonths'
  >[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly pipelines: readonly { readonly id: string; readonly label: string }[];
  /** The columns, the earliest first. */
  readonly columns: readonly Period[];
  readonly timeZone: string;
  /** Every quota of these periods, and of the shorter and longer ones of the same year. */
  readonly quotas: readonly StoredQuota[];
  readonly currency: string;
}

/**
 * A row for each active person and each team, and one more for each set of pipelines that has quotas of its own. A cell
 * shows what was stated for that very period, by the strongest source; what other periods bring along is a remark.
 */
export function layOutGrid(question: GridQuestion): GridRow[] {
  const { people, teams, quotas, columns } = question;
  const periodKeys = columns.map(({ key }) => key);
  const bySubject = Map.groupBy(quotas, ({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`);
  const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
  const rowsOf = (
    subject: Pick<GridRow, 'subjectKind' | 'subjectId' | 'name' | 'teamName'>,
    remark: string | null,
  ): GridRow[] => {
    const own = bySubject.get(`${subject.subjectKind} ${subject.subjectId}`) ?? [];
    const scopes = new Map(own.map(({ pipelineIds }) => [keyOfScope(pipelineIds), pipelineIds]));
    scopes.delete(keyOfScope(null));
    return [null, ...scopes.values()].map((pipelineIds) => {
      const scoped = own.filter((quota) => keyOfScope(quota.pipelineIds) === keyOfScope(pipelineIds));
      return {
        ...subject,
        pipelineIds: pipelineIds === null ? null : [...pipelineIds],
        pipelines: pipelineIds === null ? null : namePipelines(pipelineIds, question.pipelines),
        cells: periodKeys.map((key) => layOutCell(key, scoped, question.currency)),
        remark: joinRemarks([remark, describeOthers(scoped, periodKeys)]),
      };
    });
  };
  return [
    ...people
      .filter(({ archived, ownerId }) => !archived || bySubject.has(`rep ${ownerId}`))
      .flatMap((person) =>
        rowsOf(
          {
            subjectKind: 'rep',
            subjectId: person.ownerId,
            name: person.name,
            teamName: teamNames.get(person.teamId ?? '') ?? null,
          },
          describeEmployment(person, columns, question.timeZone),
        ),
      ),
    ...teams.flatMap(({ id, name }) =>
      rowsOf({ subjectKind: 'team', subjectId: id, name, teamName: null }, null),
    ),
  ];
}

function layOutCell(periodKey: string, quotas: readonly StoredQuota[], currency: string): QuotaCell {
  const stated = quotas.filter((quota) => quota.periodKey === periodKey);
  const strongest = quotaSources
    .map((source) => stated.find((quota) => quota.source === source))
    .find(Boolean);
  if (!strongest)
    return { periodKey, amount: null, text: null, source: null, sourceLabel: null, mayEmpty: false };
  const amount = money(strongest.amountMinor, currency);
  const source: QuotaSource = strongest.source;
  return {
    periodKey,
    amount: toDecimalString(amount),
    text: formatMoney(amount),
    source,
    sourceLabel: describeQuotaSource(source),
    mayEmpty: source === 'typed',
  };
}

function describeOthers(quotas: readonly StoredQuota[], shown: readonly string[]): string | null {
  const others = new Set(quotas.map(({ periodKey }) => periodKey).filter((key) => !shown.includes(key)));
  if (others.size === 0) return null;
  return `Also has quotas for ${[...others].sort().join(', ')}; they count too.`;
}

function joinRemarks(remarks: readonly (string | null)[]): string | null {
  return remarks.filter((remark) => remark !== null).join(' ') || null;
}

function namePipelines(
  ids: readonly string[],
  pipelines: readonly { readonly id: string; readonly label: string }[],
): string {
  return ids.map((id) => pipelines.find((pipeline) => pipeline.id === id)?.label ?? id).join(', ');
}

const keyOfScope = (pipelineIds: readonly string[] | null): string =>
  JSON.stringify(pipelineIds?.toSorted() ?? null);
