import type { SeedPipeline } from '../seed.ts';
import { DEFAULT_STAGES } from './default-stages.ts';
import type { DealLife } from './gather-lives.ts';
import { slug, takeName } from './make-ids.ts';

type SeedStage = SeedPipeline['stages'][number];

/** A pipeline made from labels, and how to find its stages. */
export interface LabelledPipeline {
  readonly pipeline: SeedPipeline;
  readonly stageIds: ReadonlyMap<string, string>;
  /** Where a deal is when nothing says where. */
  readonly firstStage: string;
  readonly wonStage: string;
  readonly lostStage: string;
}

/** Makes the pipelines that the deals name, in order of appearance; the first is HubSpot's `default`. */
export function makePipelines(lives: readonly DealLife[]): Map<string, LabelledPipeline> {
  const stageIds = new Set<string>();
  const groups = [...Map.groupBy(lives, ({ pipeline }) => pipeline)];
  return new Map(
    groups.map(([label, deals], index) => {
      const id = index === 0 ? 'default' : String(FIRST_PIPELINE + index);
      return [label, makePipeline({ id, label }, deals, stageIds)];
    }),
  );
}

const FIRST_PIPELINE = 70_000_000;

function makePipeline(
  { id, label }: Pick<SeedPipeline, 'id' | 'label'>,
  lives: readonly DealLife[],
  taken: Set<string>,
): LabelledPipeline {
  const { open, won, lost } = sortStages(lives);
  const makeStage = (stage: string, probability: string): SeedStage => ({
    id: takeName(taken, slug(stage) || 'stage'),
    label: stage,
    probability,
  });
  const openStages = (open.length > 0 ? open : ['Open']).map((stage, index, all) =>
    makeStage(stage, probabilityOf(stage, index, all)),
  );
  const wonStages = (won.length > 0 ? won : ['Closed Won']).map((stage) => makeStage(stage, '1.0'));
  const lostStages = (lost.length > 0 ? lost : ['Closed Lost']).map((stage) => makeStage(stage, '0.0'));
  const stages = [...openStages, ...wonStages, ...lostStages];
  const firstOf = ([first]: readonly SeedStage[]): string => first?.id ?? '';
  return {
    pipeline: { id, label, stages },
    stageIds: new Map(stages.map((stage) => [stage.label, stage.id])),
    firstStage: firstOf(openStages),
    wonStage: firstOf(wonStages),
    lostStage: firstOf(lostStages),
  };
}

/**
 * Sorts a pipeline's labels: won and lost are those in which only such deals have ended, open are all others, in the
 * order in which deals usually enter them.
 */
function sortStages(lives: readonly DealLife[]): { open: string[]; won: string[]; lost: string[] } {
  const places = new Map<string, { sum: number; count: number }>();
  const endings = new Map<string, Set<string>>();
  for (const { entries, row } of lives) {
    for (const [place, { label }] of entries.entries()) {
      const ending = place === entries.length - 1 ? (row.outcome ?? 'open') : 'open';
      const known = places.get(label) ?? { sum: 0, count: 0 };
      places.set(label, { sum: known.sum + place, count: known.count + 1 });
      endings.set(label, (endings.get(label) ?? new Set()).add(ending));
    }
  }
  const isOnly = (label: string, ending: string): boolean =>
    endings.get(label)?.size === 1 && endings.get(label)?.has(ending) === true;
  const labels = [...places.keys()];
  const meanPlace = (label: string): number => {
    const { sum, count } = places.get(label) ?? { sum: 0, count: 1 };
    return sum / count;
  };
  const open = labels.filter((label) => !isOnly(label, 'won') && !isOnly(label, 'lost'));
  const known = [...DEFAULT_STAGES.keys()];
  const rank = (label: string): number =>
    areDefault(open) ? known.indexOf(label.toLowerCase()) : meanPlace(label);
  return {
    open: open.sort((one, other) => rank(one) - rank(other)),
    won: labels.filter((label) => isOnly(label, 'won')),
    lost: labels.filter((label) => isOnly(label, 'lost')),
  };
}

/** Evenly rising between 0 and 1, unless all labels are HubSpot's own. */
function probabilityOf(label: string, index: number, all: readonly string[]): string {
  const known = DEFAULT_STAGES.get(label.toLowerCase());
  return areDefault(all) && known !== undefined ? known : ((index + 1) / (all.length + 1)).toFixed(2);
}

const areDefault = (labels: readonly string[]): boolean =>
  labels.every((label) => DEFAULT_STAGES.has(label.toLowerCase()));
