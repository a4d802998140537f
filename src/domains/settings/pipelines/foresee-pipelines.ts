import type { PipelinesPreview } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { toPercentText } from '../../../kernel/ratio.ts';
import type { MeasuredPeople, PersonStanding } from '../../quota/index.ts';
import { joinWords } from '../join-words.ts';

interface Pipeline {
  readonly id: string;
  readonly label: string;
  readonly openDeals: number;
}

/** Whose numbers would move if other pipelines counted, by how much, and what else would follow. */
export function foreseePipelines({
  pipelines,
  uncounted,
  before,
  after,
}: {
  readonly pipelines: readonly Pipeline[];
  /** As it is, and as it would be. */
  readonly uncounted: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly before: Pick<MeasuredPeople, 'people' | 'standings'>;
  readonly after: Pick<MeasuredPeople, 'standings'>;
}): PipelinesPreview {
  const moved = before.people
    .flatMap(({ ownerId, name }) => {
      const [was, is] = [before.standings.get(ownerId), after.standings.get(ownerId)];
      if (!was || !is) return [];
      const by = Math.abs(is.attainment.credited.minor - was.attainment.credited.minor);
      return by === 0 ? [] : [{ by, shown: { name, before: describe(was), after: describe(is) } }];
    })
    .toSorted((left, right) => right.by - left.by || left.shown.name.localeCompare(right.shown.name, 'en'));
  const out = changed(pipelines, uncounted.after, uncounted.before);
  const back = changed(pipelines, uncounted.before, uncounted.after);
  return {
    isChange: out.length + back.length > 0,
    headline:
      moved.length === 0
        ? 'Nobody’s numbers of this period move.'
        : `The numbers of ${countNoun(moved.length, 'person', 'people')} move.`,
    people: moved.slice(0, PEOPLE_SHOWN).map(({ shown }) => shown),
    consequences: [
      ...describeOpen(out, 'no longer counted in'),
      ...describeOpen(back, 'counted in'),
      'Quotas that name their pipelines stay as they are.',
    ],
  };
}

const PEOPLE_SHOWN = 100;

/** Those of one list that are not of the other. */
function changed(
  pipelines: readonly Pipeline[],
  list: readonly string[],
  other: readonly string[],
): Pipeline[] {
  return pipelines.filter(({ id }) => list.includes(id) && !other.includes(id));
}

function describe({ attainment: { credited, standing } }: PersonStanding): string {
  return standing.ok
    ? `${formatMoney(credited)}, ${toPercentText(standing.value.attainment)}`
    : formatMoney(credited);
}

function describeOpen(pipelines: readonly Pipeline[], what: string): string[] {
  if (pipelines.length === 0) return [];
  const deals = pipelines.reduce((sum, { openDeals }) => sum + openDeals, 0);
  const names = joinWords(pipelines.map(({ label }) => label));
  return [
    `${countNoun(deals, 'open deal')} of ${names} ${deals === 1 ? 'is' : 'are'} ${what} attainment and forecast.`,
  ];
}
