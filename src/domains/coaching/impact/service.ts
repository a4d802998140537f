import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type { ImpactMetric, ImpactRequest, ImpactView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { localDay } from '../../../kernel/local-day.ts';
import {
  localDate,
  periodAt,
  startOfLocalDate,
  trailingPeriods,
  type Period,
} from '../../../kernel/period.ts';
import { calendarOf, type Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { directoryOf } from '../../../mirror/index.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { findViewer, measureQuarters, quotasOf, mapManagers } from '../../quota/index.ts';
import { buildQuestion } from './build-question.ts';
import { compareWins } from './compare-wins.ts';
import { composeImpactView } from './compose-view.ts';
import { isDirector } from './is-director.ts';
import { listMoves } from './list-moves.ts';
import { measureImpact } from './measure-impact.ts';
import { quartersLookedAt } from './rules.ts';
import { forPortal, type ChosenMetric } from './store.ts';
import { tallyMoves } from './tally-moves.ts';
import type { Impact } from './types.ts';

export interface ImpactService {
  /** Whether coaching helps, in numbers of many people together. */
  view(caller: Caller): Promise<Result<ImpactView, Refusal>>;
  /** Chooses the metric; another one than before starts anew. */
  choose(caller: Caller, request: ImpactRequest): Promise<Result<ImpactView, Refusal>>;
}

export interface ImpactDependencies {
  readonly db: Kysely<Tables>;
  /** Business dates. */
  readonly clock: Clock;
  readonly realClock: Clock;
}

const notDirector: Refusal = {
  code: 'forbidden',
  message: 'Whether coaching helps is shown to whoever has managers below them, and to ops.',
};

/** The effect of coaching over the whole portal: for its directors and ops, without anybody's own figure. */
export function createImpactService({ db, clock, realClock }: ImpactDependencies): ImpactService {
  const mayLook = async ({ portal, userId, isOps }: Caller): Promise<boolean> => {
    if (isOps) return true;
    const people = await quotasOf(db, portal.id).listPeople();
    const viewer = findViewer(people, userId);
    return viewer !== null && isDirector(viewer.ownerId, mapManagers(people));
  };

  const measure = async (
    portal: Portal,
    chosen: ChosenMetric,
    quarters: readonly Period[],
  ): Promise<Impact> => {
    const store = forPortal(db, portal.id);
    const starts = [...quarters.map(({ start }) => start), ...quarters.slice(-1).map(({ end }) => end)];
    const days = starts.map((start) => localDate(start, portal.timeZone));
    const valuesOf: Record<ImpactMetric, () => Promise<Map<string, (number | null)[]>>> = {
      attainment: () => measureQuarters(db, portal, quarters),
      winRate: async () =>
        compareWins(await store.countClosed(starts, portal.uncountedPipelineIds), quarters.length),
    };
    return measureImpact(
      buildQuestion({
        values: await valuesOf[chosen.metric](),
        held: await store.countHeld(days),
        days,
        chosenOn: chosen.chosenOn,
        // Without a won deal there is nothing to wait for longer than a quarter.
        cycleDays: (await store.readCycleDays(starts[0] ?? clock.now(), portal.uncountedPipelineIds)) ?? 0,
      }),
    );
  };

  const view = async (portal: Portal): Promise<ImpactView> => {
    const store = forPortal(db, portal.id);
    const calendar = calendarOf(portal);
    const now = clock.now();
    const quarters = trailingPeriods(calendar, periodAt(calendar, 'quarter', now), quartersLookedAt);
    const chosen = await store.readMetric();
    const since = localDate(quarters[0]?.start ?? now, portal.timeZone);
    const actions = await store.listDealActions(since);
    const moves = listMoves(
      await store.listStageEntries(since),
      await directoryOf(db, portal.id).listStages(),
      portal.timeZone,
    );
    return composeImpactView({
      chosen: chosen && {
        metric: chosen.metric,
        label: localDay(startOfLocalDate(chosen.chosenOn, portal.timeZone), portal.timeZone),
      },
      impact: chosen && (await measure(portal, chosen, quarters)),
      moves: tallyMoves(
        actions.map(({ dealId, finishedAt, dueOn }) => ({
          dealId,
          dueOn,
          finishedOn: finishedAt && localDate(finishedAt, portal.timeZone),
        })),
        moves,
        localDate(now, portal.timeZone),
      ),
    });
  };

  return {
    async view(caller) {
      return (await mayLook(caller)) ? ok(await view(caller.portal)) : err(notDirector);
    },

    async choose(caller, { metric }) {
      if (!(await mayLook(caller))) return err(notDirector);
      const { portal, userId } = caller;
      const chosenOn = localDate(clock.now(), portal.timeZone);
      await inTransaction(db, async (trx) => {
        if (!(await forPortal(trx, portal.id).chooseMetric({ metric, chosenOn }))) return;
        await auditOf(trx, portal.id).add({
          at: realClock.now(),
          userId,
          action: 'choose impact metric',
          details: { metric, chosenOn },
        });
      });
      return ok(await view(portal));
    },
  };
}
