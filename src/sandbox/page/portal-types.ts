/** What the sandbox portal answers under `/sandbox/api`: the words that page and portal share. */

/** `GET /sandbox/api/session`: who can be viewed as, and which cards and pages the installed app shows. */
export interface Session {
  readonly account: {
    readonly portalId: number;
    readonly name: string;
    readonly timeZone: string;
    readonly companyCurrency: string;
  };
  readonly appId: number;
  readonly people: readonly Person[];
  readonly cards: readonly CardEntry[];
  readonly pages: readonly PageEntry[];
  readonly workflowActions: readonly WorkflowActionEntry[];
  readonly variables: Readonly<Record<string, string>>;
}

/** One person of the portal; `userId` and `ownerId` differ, as in HubSpot. */
export interface Person {
  readonly userId: number;
  readonly ownerId: string;
  readonly name: string;
  readonly email: string;
  readonly teamName: string | null;
  readonly superAdmin: boolean;
}

/** One action that workflows may take, and on which records. */
export interface WorkflowActionEntry {
  readonly uid: string;
  readonly name: string;
  readonly description: string;
  readonly kinds: readonly RecordKind[];
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    /** Typed into the workflow, or taken from a property of the record. */
    readonly value: 'typed' | 'property';
  }[];
}

/** `POST /sandbox/api/workflow-runs`: what the app answered to each delivery. */
export interface WorkflowRunAnswer {
  readonly answers: readonly { readonly status: number; readonly body: unknown }[];
}

/** One card of the installed app; `bundle` is the address of what HubSpot's bundler made of it. */
export interface CardEntry {
  readonly uid: string;
  readonly name: string;
  readonly location: 'crm.record.tab' | 'crm.record.sidebar';
  /** On whose records it is shown. */
  readonly objectTypes: readonly RecordKind[];
  readonly bundle: string;
}

/** The settings page or the home page of the installed app. */
export interface PageEntry {
  readonly uid: string;
  readonly location: 'settings' | 'pages';
  readonly bundle: string;
}

/** `GET /sandbox/api/deals?search=&stage=&owner=&page=`: one page of the list; `page` starts at 1, stage and owner are ids. */
export interface DealPage {
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly rows: readonly DealRow[];
}

/** Amounts are decimal strings in `currency`; attainment and win probability are fractions, null when not written. */
export interface DealRow {
  readonly id: string;
  readonly name: string;
  readonly pipelineLabel: string;
  readonly stageLabel: string;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly closeDate: string | null;
  readonly ownerName: string | null;
  readonly attainment: string | number | null;
  readonly winProbability: string | number | null;
}

/** The objects whose records have a page, by HubSpot's plural: their addresses begin with it. */
export type RecordKind = 'deals' | 'contacts';

export interface RecordKey {
  readonly kind: RecordKind;
  readonly id: string;
}

/** `GET /sandbox/api/:kind/:id`: the record, its properties once by group for people and once flat for cards. */
export interface PortalRecord extends RecordKey {
  readonly name: string;
  readonly associated: readonly AssociatedRecord[];
  readonly groups: readonly PropertyGroup[];
  readonly properties: PropertyValues;
}

/** A record that is tied to the one on the page; `detail` is a contact's job title or a deal's stage. */
export interface AssociatedRecord extends RecordKey {
  readonly name: string;
  readonly detail: string | null;
}

export type PropertyValues = Readonly<Record<string, string | null>>;

export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
  readonly properties: readonly Property[];
}

/** `display` is the value as HubSpot would show it; `value` is the string that the API holds. */
export interface Property {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly value: string | null;
  readonly display: string | null;
  readonly readOnly: boolean;
  readonly options?: readonly PropertyOption[];
}

export interface PropertyOption {
  readonly value: string;
  readonly label: string;
}

/** One of `GET /sandbox/api/deals/:id/tasks`: a task as a person sees it on the record. */
export interface TaskEntry {
  readonly id: string;
  readonly subject: string;
  readonly notes: string | null;
  readonly dueAt: string | null;
  readonly ownerName: string | null;
  readonly isCompleted: boolean;
  readonly isOverdue: boolean;
}

/** `POST /sandbox/api/card-fetch`: what a card's `hubspot.fetch` asks; the portal signs it and calls the service. */
export interface CardFetch {
  readonly userId: number;
  readonly url: string;
  readonly method: string;
  readonly body: unknown;
  readonly timeout: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface CardFetchAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** `GET /sandbox/api/effects`: what happened between portal and service, newest first or last. */
export interface Effect {
  readonly at: string;
  readonly kind: string;
  readonly text: string;
}
