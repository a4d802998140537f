/**
 * HubSpot's dated API version for each family that Sideline calls: the one place to change when a version goes out of
 * support (18 months after its release). A family stands on an older date only where 2026-09 does not exist for it.
 */
export const apiVersion = {
  objects: '2026-09',
  owners: '2026-09',
  pipelines: '2026-09',
  properties: '2026-09',
  dealSplits: '2026-09',
  accountInfo: '2026-09',
  currencies: '2026-09',
  oauth: '2026-09',
  appInstalls: '2026-09',
  users: '2026-03',
  /** Beta, and the only source of a team's parent. */
  teamHierarchy: '2026-09-beta',
} as const;
