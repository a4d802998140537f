import { auditOf } from '../../../access/index.ts';
import type { FeatureRequest, FeaturesView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { featuresOf, grantUrl, readFeatures } from '../../../install/index.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { inTransaction } from '../../../store/index.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { listFeatures } from './list-features.ts';

export interface FeatureSettings {
  read(caller: Caller): Promise<Result<FeaturesView, Refusal>>;
  switch(caller: Caller, request: FeatureRequest): Promise<Result<FeaturesView, Refusal>>;
}

/** What is on, what each feature needs, and where to grant it. */
export function createFeatureSettings(deps: SettingsDependencies): FeatureSettings {
  const { db, manifest, install } = deps;
  const readAll = (portal: Portal) => readFeatures({ db, manifest, realClock: deps.realClock }, portal);
  const view = async (portal: Portal): Promise<FeaturesView> => {
    const features = await readAll(portal);
    return {
      features: listFeatures({
        features,
        scopes: [...manifest.scopes.required, ...manifest.scopes.optional],
        granted: portal.scopes,
        grantUrl: grantUrl(install.publicUrl, features),
      }),
    };
  };
  return {
    async read({ portal }) {
      return ok(await view(portal));
    },

    async switch({ portal, userId }, { id, isOn }) {
      const known = (await readAll(portal)).find((feature) => feature.id === id);
      if (!known) return err({ code: 'not_found', message: 'There is no such feature.', field: 'id' });
      if (!known.maySwitch)
        return err({
          code: 'bad_request',
          message: `${known.feature} comes with connecting Sideline and cannot be switched off.`,
          field: 'id',
        });
      await inTransaction(db, async (trx) => {
        await featuresOf(trx, portal.id).switch(known.feature, isOn);
        await auditOf(trx, portal.id).add({
          at: deps.realClock.now(),
          userId,
          action: 'switch feature',
          details: { feature: known.feature, isOn },
        });
      });
      // What the feature reads stands on every deal: they are read once more, while cards go on with what is known.
      await deps.queue.send('pull-portal', { portalId: portal.id });
      return ok(await view(portal));
    },
  };
}
