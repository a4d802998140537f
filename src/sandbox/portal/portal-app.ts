/** One thing that the app wants to be told of. `objectType` is needed for the generic `object.*` types only. */
export interface AppSubscription {
  readonly subscriptionType: string;
  readonly objectType?: string | undefined;
  readonly propertyName?: string | undefined;
}

/** A card that the installed app shows; `bundleFile` is what HubSpot's bundler made of it. */
export interface AppCard {
  readonly uid: string;
  readonly name: string;
  readonly location: 'crm.record.tab' | 'crm.record.sidebar';
  /** On whose records it is shown. */
  readonly objectTypes: readonly ('deals' | 'contacts')[];
  readonly bundleFile: string;
}

/** A page that HubSpot shows for the installed app, beside records. */
export interface AppPage {
  readonly uid: string;
  /** Under Connected apps, or opened from the Marketplace menu. */
  readonly location: 'settings' | 'pages';
  readonly bundleFile: string;
}

/** An action that workflows of the portal may take. */
export interface AppWorkflowAction {
  readonly uid: string;
  readonly name: string;
  /** What its maker reads when choosing it. */
  readonly description: string;
  /** Where HubSpot runs it. */
  readonly target: string;
  /** The records that may be enrolled: `deal`, `contact`. */
  readonly objectTypes: readonly string[];
  readonly inputFields: readonly {
    readonly name: string;
    readonly label: string;
    readonly isRequired: boolean;
    readonly value: 'typed' | 'property';
  }[];
}

/** The app as the portal knows it: what its developer registered and what HubSpot gave it. */
export interface PortalApp {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appId: number;
  readonly requiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
  readonly redirectUrls: readonly string[];
  /** Where webhooks go; null when the app has none. */
  readonly webhookTarget: string | null;
  readonly subscriptions: readonly AppSubscription[];
  /** The origins that cards may fetch from, each with the origin at which it is really reached. */
  readonly fetchOrigins: Readonly<Record<string, string>>;
  /** The profile variables that cards read from their context. */
  readonly variables: Readonly<Record<string, string>>;
  readonly cards: readonly AppCard[];
  readonly pages: readonly AppPage[];
  readonly workflowActions: readonly AppWorkflowAction[];
}
