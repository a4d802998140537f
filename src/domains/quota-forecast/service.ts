import type { Kysely } from 'kysely';
import type {
  QuotaForecastRequest,
  QuotaForecastView,
  WhatIfRequest,
  WhatIfView,
} from '../../contract/index.ts';
import type { Refusal } from '../../http/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Tables } from '../../store/index.ts';
import type { ForecastService } from '../forecast/index.ts';
import { answerWhatIf } from './answer-what-if.ts';
import { composeView } from './compose-view.ts';
import { createKnowledgeService } from './knowledge/service.ts';
import { setScene, type CardCaller } from './scene.ts';
import { forPortal, type CardFacts, type OwnCredit } from './store.ts';

export interface QuotaForecastService {
  /** The caller with everything that an answer about the deal is made of: one question to the store, where nothing but deals has changed. */
  findCaller(
    portalId: number,
    userId: string,
    request: Pick<QuotaForecastRequest, 'dealId'>,
  ): Promise<CardCaller | null>;
  view(caller: CardCaller): Promise<Result<QuotaForecastView, Refusal>>;
  whatIf(caller: CardCaller, request: WhatIfRequest): Promise<Result<WhatIfView, Refusal>>;
}

interface Dependencies {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly forecast: ForecastService;
}

/** The quota and forecast card: everything on it is computed from the store; HubSpot is not asked while a card waits. */
export function createQuotaForecastService({ db, clock, forecast }: Dependencies): QuotaForecastService {
  const knowledgeService = createKnowledgeService({ db, clock, forecast });

  const readCredit = async (portalId: number, { creditVersions }: CardFacts) => {
    const credit = new Map<string, OwnCredit>();
    for (const [ownerId, version] of creditVersions) {
      credit.set(ownerId, await knowledgeService.creditOf(portalId, ownerId, version));
    }
    return credit;
  };

  return {
    async findCaller(portalId, userId, { dealId }) {
      let knowledge = await knowledgeService.of(portalId);
      while (knowledge !== null) {
        const { portal, opsIds } = knowledge;
        const facts = await forPortal(db, portalId).readFacts(dealId);
        if (facts?.version === knowledge.version) {
          const credit = await readCredit(portalId, facts);
          return { portal, userId, isOps: opsIds.has(userId), knowledge, facts, credit };
        }
        knowledge = await knowledgeService.of(portalId, knowledge);
      }
      return null;
    },

    view(caller) {
      const scene = setScene(caller, clock.now());
      return Promise.resolve(scene.ok ? ok(composeView(scene.value)) : scene);
    },

    whatIf(caller, request) {
      const scene = setScene(caller, clock.now());
      return Promise.resolve(scene.ok ? answerWhatIf(scene.value, request) : scene);
    },
  };
}
