/**
 * What a sandbox portal is filled with: the company generator and the CSV importer both make one, the portal loads it.
 * Times are ISO-8601 UTC instants, amounts decimal strings in the deal's currency, ids HubSpot-like digit strings.
 */
export interface PortalSeed {
  readonly account: SeedAccount;
  readonly exchangeRates: readonly SeedExchangeRate[];
  readonly teams: readonly SeedTeam[];
  readonly users: readonly SeedUser[];
  readonly pipelines: readonly SeedPipeline[];
  readonly deals: readonly SeedDeal[];
  readonly goals: readonly SeedGoal[];
  readonly companies?: readonly SeedFirm[];
  readonly contacts?: readonly SeedContact[];
  /** What the company's ops would hand to Sideline itself: CSV texts as `docs/csv.md` describes them, or null. */
  readonly setup: { readonly peopleCsv: string | null; readonly quotasCsv: string | null };
  /** Set when the portal holds more deals than are told here: each told deal stands for `count` of them. */
  readonly copies?: SeedCopies;
}

/** How a large portal's deals follow from the told ones. The copies have owners and teams of their own. */
export interface SeedCopies {
  readonly count: number;
  /** Deals in all; the last told deal may have fewer copies. */
  readonly deals: number;
  /** The owner of a told deal, and this much more for each further copy. */
  readonly ownerStride: number;
  readonly teamStride: number;
  /** People who are there once, whatever the number of copies. */
  readonly sharedOwnerIds: readonly string[];
}

export interface SeedAccount {
  readonly portalId: number;
  readonly name: string;
  readonly timeZone: string;
  readonly companyCurrency: string;
  readonly additionalCurrencies: readonly string[];
}

/** One unit of `from` is worth `rate` units of the company currency `to` from `effectiveAt` on. */
export interface SeedExchangeRate {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly effectiveAt: string;
}

export interface SeedTeam {
  readonly id: string;
  readonly name: string;
  readonly parentTeamId: string | null;
}

/** One human: `userId` and `ownerId` differ, as in HubSpot. An archived user keeps the deals that name their ownerId. */
export interface SeedUser {
  readonly userId: number;
  readonly ownerId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly teamId: string | null;
  readonly superAdmin: boolean;
  readonly archived: boolean;
  readonly createdAt: string;
}

export interface SeedPipeline {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly { readonly id: string; readonly label: string; readonly probability: string }[];
}

/** One value of a property from an instant on; a history is oldest first. */
export interface SeedVersion<Value> {
  readonly at: string;
  readonly value: Value;
}

export interface SeedDeal {
  readonly id: string;
  readonly name: string;
  readonly pipelineId: string;
  readonly createdAt: string;
  readonly currency: string | null;
  readonly stage: readonly SeedVersion<string>[];
  readonly amount: readonly SeedVersion<string | null>[];
  readonly closeDate: readonly SeedVersion<string | null>[];
  readonly owner: readonly SeedVersion<string | null>[];
  /** Percentages are fractions that sum to 1; empty when the deal is not split. */
  readonly splits: readonly { readonly ownerId: string; readonly percentage: string }[];
  /** HubSpot's manual forecast category (OMIT, PIPELINE, BEST_CASE, COMMIT, CLOSED), when set. */
  readonly forecastCategory: string | null;
  /** Whom the deal is with, when known: a company and some of its contacts. */
  readonly companyId?: string;
  readonly contactIds?: readonly string[];
  /** Further plain properties, for example dealtype or hs_next_step. */
  readonly properties: Readonly<Record<string, string | null>>;
}

/** A company that deals are with. */
export interface SeedFirm {
  readonly id: string;
  readonly createdAt: string;
  readonly properties: Readonly<Record<string, string | null>>;
}

/** Somebody at such a company. */
export interface SeedContact extends SeedFirm {
  readonly companyId: string | null;
}

/** A HubSpot goal time slice; exactly one of ownerId and teamId is set; `end` is the last millisecond, as in HubSpot. */
export interface SeedGoal {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly pipelineIds: readonly string[];
  readonly milestone: 'monthly' | 'quarterly' | 'yearly';
  readonly start: string;
  readonly end: string;
  readonly amount: string;
  readonly currency: string;
}
