import { auditOf } from '../../../access/index.ts';
import type { PublishRubricRequest, RubricsView, WithdrawRubricRequest } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { localDay } from '../../../kernel/local-day.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { directoryOf } from '../../../mirror/index.ts';
import { inTransaction } from '../../../store/index.ts';
import { giveSkillIds, readRubric, rubricLimits, rubricsOf, starterRubric } from '../../coaching/index.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { isSameRubric, isSameScope } from './is-same-rubric.ts';
import { listScopes } from './list-scopes.ts';

export interface CoachingSettings {
  readRubrics(caller: Caller): Promise<Result<RubricsView, Refusal>>;
  /** Begins a rubric, or publishes the next version of one; what was scored by an earlier version stays as it was. */
  publishRubric(caller: Caller, request: PublishRubricRequest): Promise<Result<RubricsView, Refusal>>;
  withdrawRubric(caller: Caller, request: WithdrawRubricRequest): Promise<Result<RubricsView, Refusal>>;
}

const noSuchRubric: Refusal = {
  code: 'not_found',
  message: 'There is no such rubric in use.',
  field: 'rubricId',
};
const publishedElsewhere: Refusal = {
  code: 'conflict',
  message: 'Somebody published this rubric meanwhile. Open it anew; what you typed stays here until you do.',
  field: 'version',
};

/** What ops choose for coaching: the rubrics by which skills are scored. */
export function createCoachingSettings({
  db,
  realClock,
}: Pick<SettingsDependencies, 'db' | 'realClock'>): CoachingSettings {
  const readScopes = async (portalId: number) => {
    const directory = directoryOf(db, portalId);
    return listScopes({
      teams: await directory.listTeams(),
      pipelines: await directory.listPipelines(),
      stages: await directory.listStages(),
    });
  };
  const view = async (portal: Portal): Promise<RubricsView> => {
    const current = await rubricsOf(db, portal.id).listCurrent();
    const scopes = await readScopes(portal.id);
    const hasOneForAll = current.some(({ rubric }) => rubric.scope.kind === 'everyone');
    return {
      rubrics: current.map(({ rubricId, version, publishedAt, rubric: { name, scope, skills } }) => ({
        rubricId,
        version,
        name,
        scope,
        scopeLabel:
          scopes.find((each) => isSameScope(each.scope, scope))?.label ?? 'A team or stage that is gone',
        publishedLabel: `Version ${version}, published ${localDay(publishedAt, portal.timeZone)}`,
        skills: skills.map((skill) => ({ ...skill, anchors: [...skill.anchors] })),
      })),
      starter: hasOneForAll
        ? null
        : {
            ...starterRubric,
            skills: starterRubric.skills.map((skill) => ({ ...skill, anchors: [...skill.anchors] })),
          },
      scopes,
      limits: {
        skills: rubricLimits.skills,
        fewestLevels: rubricLimits.levels.fewest,
        mostLevels: rubricLimits.levels.most,
      },
    };
  };

  return {
    readRubrics: async ({ portal }) => ok(await view(portal)),

    async publishRubric({ portal, userId }, { rubricId, version, rubric: typed }) {
      const rubrics = rubricsOf(db, portal.id);
      const current = await rubrics.listCurrent();
      const before = current.find((each) => each.rubricId === rubricId);
      if (rubricId !== null && !before) return err(noSuchRubric);
      const usedIds = rubricId === null ? [] : await rubrics.listSkillIds(rubricId);
      const stray = typed.skills.findIndex(
        ({ id }) => id !== null && rubricId !== null && !usedIds.includes(id),
      );
      if (stray >= 0)
        return err({
          code: 'bad_request',
          message: 'This rubric never had this skill. Add it as a new one.',
          field: `rubric.skills.${stray}.id`,
        });
      const read = readRubric(giveSkillIds(typed, usedIds));
      if (!read.ok) {
        const [fault] = read.failure;
        return err({
          code: 'bad_request',
          message: fault?.message ?? 'This is no rubric.',
          field: `rubric.${fault?.field ?? ''}`,
        });
      }
      const rubric = read.value;
      const scopes = await readScopes(portal.id);
      if (!scopes.some(({ scope }) => isSameScope(scope, rubric.scope)))
        return err({
          code: 'bad_request',
          message: 'There is no such team, or no such stage with open deals. Choose another.',
          field: 'rubric.scope',
        });
      const rival = current.find(
        (each) => each.rubricId !== rubricId && isSameScope(each.rubric.scope, rubric.scope),
      );
      // The same again, after an answer that never arrived, is no second rubric and no second version.
      if (isSameRubric((before ?? rival)?.rubric, rubric)) return ok(await view(portal));
      if (rival)
        return err({
          code: 'bad_request',
          message: `“${rival.rubric.name}” is for the same people or stage. Change that one, or choose others.`,
          field: 'rubric.scope',
        });
      if ((before?.version ?? 0) !== version) return err(publishedElsewhere);
      const at = realClock.now();
      const published = await inTransaction(db, async (trx) => {
        const inside = rubricsOf(trx, portal.id);
        const ref = before ? await inside.publish(before, rubric, at) : await inside.begin(rubric, at);
        if (ref)
          await auditOf(trx, portal.id).add({ at, userId, action: 'publish rubric', details: { ...ref } });
        return ref;
      });
      return published ? ok(await view(portal)) : err(publishedElsewhere);
    },

    async withdrawRubric({ portal, userId }, { rubricId, version }) {
      const [found] = await rubricsOf(db, portal.id).listVersions([{ rubricId, version }]);
      if (!found) return err(noSuchRubric);
      const current = (await rubricsOf(db, portal.id).listCurrent()).find(
        (each) => each.rubricId === rubricId,
      );
      if (current && current.version !== version) return err(publishedElsewhere);
      await inTransaction(db, async (trx) => {
        if (!(await rubricsOf(trx, portal.id).withdraw(found))) return;
        const details = { rubricId, version };
        const at = realClock.now();
        await auditOf(trx, portal.id).add({ at, userId, action: 'withdraw rubric', details });
      });
      return ok(await view(portal));
    },
  };
}
