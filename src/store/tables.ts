import type { AnsweredRequestTable, AuditEntryTable, RoleTable } from './tables/access.ts';
import type {
  ChangedRecordTable,
  DealSplitTable,
  DealTable,
  DirtyOwnerTable,
  ExchangeRateTable,
  OwnerTable,
  PipelineTable,
  StageTable,
  TeamTable,
} from './tables/mirror.ts';
import type { OauthStateTable, PortalTable, TokenTable } from './tables/portal.ts';
import type { CreditTable, PersonTable, QuotaTable, SeasonTable, WinModelTable } from './tables/quota.ts';
import type { OutboxTable, PullProgressTable } from './tables/sync.ts';

/** Every table by its name; the rows stand in `tables/`, one file a subject. */
export interface Tables {
  portal: PortalTable;
  token: TokenTable;
  oauth_state: OauthStateTable;
  owner: OwnerTable;
  team: TeamTable;
  person: PersonTable;
  pipeline: PipelineTable;
  stage: StageTable;
  exchange_rate: ExchangeRateTable;
  quota: QuotaTable;
  deal: DealTable;
  deal_split: DealSplitTable;
  credit: CreditTable;
  win_model: WinModelTable;
  season: SeasonTable;
  changed_record: ChangedRecordTable;
  dirty_owner: DirtyOwnerTable;
  outbox: OutboxTable;
  pull_progress: PullProgressTable;
  role: RoleTable;
  audit_entry: AuditEntryTable;
  answered_request: AnsweredRequestTable;
}
