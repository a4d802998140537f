import type { Clock } from '../../kernel/clock.ts';
import type { AssociationChange } from './objects/association-change.ts';
import type { Feed, RecordChange } from './objects/change-feed.ts';
import type { Faults } from './faults/open-faults.ts';
import type { SettingsChange } from './objects/settings-change.ts';
import type { SearchIndex } from './objects/search-index.ts';
import type { RateLimits } from './http/rate-limits.ts';
import type { EffectLog } from './page/effect-log.ts';
import type { PortalApp } from './portal-app.ts';
import type { PortalState } from './state/portal-state.ts';
import type { StateLog } from './state/state-log.ts';
import type { WebhookSender } from './webhooks/open-webhook-sender.ts';

/** A running portal, as its routes see it. */
export interface Portal {
  readonly app: PortalApp;
  readonly state: PortalState;
  /** For signatures, tokens and rate limits. */
  readonly realClock: Clock;
  /** For the times of records. */
  readonly businessClock: Clock;
  /** How long each answer of the API takes, in milliseconds. */
  readonly latencyMs: number;
  readonly changes: Feed<RecordChange>;
  readonly associationChanges: Feed<AssociationChange>;
  readonly settingsChanges: Feed<SettingsChange>;
  readonly searchIndex: SearchIndex;
  readonly limits: RateLimits;
  readonly effects: EffectLog;
  readonly webhooks: WebhookSender;
  /** Every change of stored state, in order. */
  readonly stateChanges: StateLog;
  /** Misbehaviour on demand. */
  readonly faults: Faults;
}
