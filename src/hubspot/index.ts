export { batchSize, chunk } from './calls/chunk.ts';
export { authorizeUrl } from './authorize-url.ts';
export { readAccount } from './calls/account.ts';
export { listCurrentExchangeRates, readCompanyCurrency } from './calls/currencies.ts';
export { listAllDeals, listDealPage } from './calls/deals.ts';
export { listAllGoals } from './calls/goals.ts';
export { collectPages } from './calls/list-pages.ts';
export type { PageResult } from './calls/list-pages.ts';
export { exchangeCode, introspectToken, refreshTokens, revokeToken, uninstallApp } from './calls/oauth.ts';
export { listOwners } from './calls/owners.ts';
export { listDealPipelines } from './calls/pipelines.ts';
export {
  archiveProperty,
  archivePropertyGroup,
  createProperty,
  createPropertyGroup,
  listProperties,
  updateProperty,
} from './calls/properties.ts';
export type { PropertyDefinition } from './calls/properties.ts';
export { dealSplitsScope, readDealSplits } from './calls/read-deal-splits.ts';
export { readDeals } from './calls/read-deals.ts';
export type { RecordsRead } from './calls/read-records.ts';
export { mostSearchCharacters, searchDealRange, searchDealRangeBody } from './calls/search-deal-range.ts';
export type { DealRange, DealRangeInput } from './calls/search-deal-range.ts';
export { searchModifiedDeals } from './calls/search-modified-deals.ts';
export type { FailedRow, UpdateOutcome } from './calls/sort-batch-rows.ts';
export { searchTasks } from './calls/search-tasks.ts';
export { archiveTasks, createTask, listTasksOf, readTasks, updateTasks } from './calls/tasks.ts';
export type { NewTask, TaskRecord, TaskUpdate, TaskValues } from './calls/tasks.ts';
export { listTeamParents, listTeams } from './calls/teams.ts';
export { updateDeals } from './calls/update-deals.ts';
export type { RecordUpdate } from './calls/update-records.ts';
export { listUsers, readUser } from './calls/users.ts';
export type { HubSpotFailure, HubSpotFailureCode } from './failure.ts';
export { httpTimeouts, installTimeouts } from './install-timeouts.ts';
export type { HttpTimeouts } from './install-timeouts.ts';
export { bucketLimits, emptyBucket, returnTickets, takeTickets } from './bucket.ts';
export type { BucketState } from './bucket.ts';
export { openMemoryLedger } from './memory-ledger.ts';
export { openPacer } from './open-pacer.ts';
export type { PacerSettings } from './open-pacer.ts';
export type { Bucket, BucketNews, Lane, Ledger, Pacer, Ticket } from './pacer.ts';
export type { Pause, PortalPauses } from './pauses.ts';
export type { HubSpotCall, TokenSource } from './perform-call.ts';
export { readWorkflowRun } from './read-workflow-run.ts';
export type { WorkflowRun } from './schemas/workflow-run.ts';
export { readWebhookEvents } from './read-webhook-events.ts';
export type { RecordEvent, WebhookDelivery } from './read-webhook-events.ts';
export type { Account } from './schemas/account.ts';
export type { CrmRecord } from './schemas/crm-record.ts';
export type { ExchangeRate } from './schemas/currency.ts';
export type { DealSplit } from './schemas/deal-split.ts';
export type { Owner } from './schemas/owner.ts';
export type { Page } from './schemas/page.ts';
export type { Pipeline } from './schemas/pipeline.ts';
export type { Property, PropertyGroup } from './schemas/property.ts';
export type { Task } from './schemas/task.ts';
export type { Team, TeamParent } from './schemas/team.ts';
export type { TokenFacts, TokenGrant } from './schemas/token.ts';
export type { User } from './schemas/user.ts';
export { inBackground, openHubSpot } from './session.ts';
export type { AppSession, HubSpot, HubSpotSettings, PortalSession } from './session.ts';
export type { Exchange } from './watch-transport.ts';
export { decodeSignedEscapes, signRequest, verifySignature } from './signature.ts';
export type { ReceivedRequest, SignedRequest } from './signature.ts';
