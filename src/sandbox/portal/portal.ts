import type { Clock } from '../../kernel/clock.ts';
import type { ChangeFeed } from './objects/change-feed.ts';
import type { SearchIndex } from './objects/search-index.ts';
import type { RateLimits } from './http/rate-limits.ts';
import type { EffectLog } from './page/effect-log.ts';
import type { PortalApp } from './portal-app.ts';
import type { PortalState } from './state/portal-state.ts';
import type { WebhookSender } from './webhooks/open-webhook-sender.ts';

/** A running portal, as its routes see it. */
export interface Portal {
  readonly app: PortalApp;
  readonly state: PortalState;
  /** For signatures, tokens and rate limits. */
  readonly realClock: Clock;
  /** For the times of records. */
  readonly businessClock: Clock;
  readonly changes: ChangeFeed;
  readonly searchIndex: SearchIndex;
  readonly limits: RateLimits;
  readonly effects: EffectLog;
  readonly webhooks: WebhookSender;
}
