import type { AnsweredRequestTable, AuditEntryTable, RoleTable } from './tables/access.ts';
import type { CreditVersionTable, PortalVersionTable } from './tables/card-view.ts';
import type {
  CoachingAccessTable,
  CoachingActionTable,
  CoachingAddendumTable,
  CoachingTextDraftTable,
  CoachingLineTable,
  CoachingNoteTable,
  CoachingReminderTable,
  CoachingRequestTable,
  PortalKeyTable,
} from './tables/coaching.ts';
import type { PullHeldTable, PullPartTable, PullProgressTable } from './tables/backfill.ts';
import type { FeatureTable, PacingTable, PortalPauseTable } from './tables/door.ts';
import type {
  ChangedRecordTable,
  DealFormerOwnerTable,
  DealSplitTable,
  DealTable,
  DirtyOwnerTable,
  ExchangeRateTable,
  MergedContactTable,
  OwnerTable,
  PipelineTable,
  StageTable,
  TeamTable,
} from './tables/mirror.ts';
import type {
  CoachingAgendaTable,
  CoachingCadenceTable,
  CoachingDisputeTable,
  CoachingMeetingChangeTable,
  CoachingMeetingTable,
  CoachingPolicyTable,
} from './tables/meetings.ts';
import type { ImpactMetricTable } from './tables/impact.ts';
import type {
  PulseAnswerTable,
  PulseConsentTable,
  PulseGroupTable,
  PulseMemberTable,
  PulseRoundTable,
  PulseSettingTable,
} from './tables/pulse.ts';
import type { OauthStateTable, PortalTable, TokenTable } from './tables/portal.ts';
import type { CoachingCopyTable, CoachingHandoverTable, CoachingRetentionTable } from './tables/privacy.ts';
import type {
  CreditTable,
  FormerManagerTable,
  PersonTable,
  QuotaTable,
  SeasonTable,
  WinModelTable,
} from './tables/quota.ts';
import type {
  CoachingCalibrationScoringTable,
  CoachingCalibrationTable,
  RubricTable,
  RubricVersionTable,
} from './tables/rubrics.ts';
import type { BacktestTable, CardSeenTable, ErasedOwnerTable, SetupStepTable } from './tables/settings.ts';
import type { OutboxTable } from './tables/sync.ts';
import type {
  ErasedPortalTable,
  PropertyChoiceTable,
  PropertyConflictTable,
  ReconciliationTable,
  WrittenPropertyTable,
} from './tables/upkeep.ts';

/** Every table by its name; the rows stand in `tables/`, one file a subject. */
export interface Tables {
  portal: PortalTable;
  token: TokenTable;
  oauth_state: OauthStateTable;
  pacing: PacingTable;
  portal_pause: PortalPauseTable;
  feature: FeatureTable;
  owner: OwnerTable;
  team: TeamTable;
  person: PersonTable;
  former_manager: FormerManagerTable;
  merged_contact: MergedContactTable;
  pipeline: PipelineTable;
  stage: StageTable;
  exchange_rate: ExchangeRateTable;
  quota: QuotaTable;
  deal: DealTable;
  deal_split: DealSplitTable;
  deal_former_owner: DealFormerOwnerTable;
  credit: CreditTable;
  win_model: WinModelTable;
  season: SeasonTable;
  changed_record: ChangedRecordTable;
  dirty_owner: DirtyOwnerTable;
  outbox: OutboxTable;
  pull_progress: PullProgressTable;
  pull_part: PullPartTable;
  pull_held: PullHeldTable;
  role: RoleTable;
  audit_entry: AuditEntryTable;
  answered_request: AnsweredRequestTable;
  reconciliation: ReconciliationTable;
  property_conflict: PropertyConflictTable;
  written_property: WrittenPropertyTable;
  erased_portal: ErasedPortalTable;
  setup_step: SetupStepTable;
  card_seen: CardSeenTable;
  erased_owner: ErasedOwnerTable;
  backtest: BacktestTable;
  portal_version: PortalVersionTable;
  credit_version: CreditVersionTable;
  portal_key: PortalKeyTable;
  coaching_note: CoachingNoteTable;
  coaching_addendum: CoachingAddendumTable;
  coaching_text_draft: CoachingTextDraftTable;
  coaching_line: CoachingLineTable;
  coaching_action: CoachingActionTable;
  coaching_access: CoachingAccessTable;
  coaching_policy: CoachingPolicyTable;
  coaching_request: CoachingRequestTable;
  coaching_reminder: CoachingReminderTable;
  property_choice: PropertyChoiceTable;
  coaching_cadence: CoachingCadenceTable;
  coaching_meeting_change: CoachingMeetingChangeTable;
  coaching_meeting: CoachingMeetingTable;
  coaching_agenda: CoachingAgendaTable;
  coaching_dispute: CoachingDisputeTable;
  pulse_setting: PulseSettingTable;
  pulse_round: PulseRoundTable;
  pulse_group: PulseGroupTable;
  pulse_member: PulseMemberTable;
  pulse_consent: PulseConsentTable;
  pulse_answer: PulseAnswerTable;
  impact_metric: ImpactMetricTable;
  coaching_handover: CoachingHandoverTable;
  coaching_copy: CoachingCopyTable;
  coaching_retention: CoachingRetentionTable;
  rubric: RubricTable;
  rubric_version: RubricVersionTable;
  coaching_calibration: CoachingCalibrationTable;
  coaching_calibration_scoring: CoachingCalibrationScoringTable;
}
