import type { RemoteChannel } from '@remote-ui/core';
import type { CardFetch, CardFetchAnswer, PropertyValues } from '../portal-types.ts';

/** What a card raises with `addAlert`. */
export interface Alert {
  readonly type?: 'info' | 'warning' | 'success' | 'danger' | 'tip';
  readonly title?: string;
  readonly message: string;
}

/** A card's question to its service, without who asks. */
export type CardQuestion = Omit<CardFetch, 'userId'>;

export interface IframeModal {
  readonly uri: string;
  readonly height: number;
  readonly width: number;
  readonly title?: string;
}

/** What the page does for a card's worker. Everything crosses as messages, so every answer is a promise over there. */
export interface CardServices {
  addAlert(alert: Alert): void;
  reloadPage(): void;
  closeOverlay(id: string): void;
  copyText(text: string): Promise<void>;
  openIframeModal(modal: IframeModal, onClose?: () => void): void;
  /** Opens one of the app's own pages: a path below its home page, and what stands in the query. */
  navigateToPage(to: string, params: Readonly<Record<string, string>>): void;
  /** Tells where the app's pages are now, and again whenever that changes. */
  watchPageLocation(receive: (location: PageLocation) => void): void;
  fetch(question: CardQuestion): Promise<CardFetchAnswer>;
  /** The record's values now; `formatted` names those wanted as people read them. */
  readProperties(
    names: readonly string[] | '*',
    formatted: readonly string[] | 'all',
  ): Promise<PropertyValues>;
  /** Answers with the function that stops watching. */
  watchProperties(
    names: readonly string[] | '*',
    receive: (changed: PropertyValues) => void,
  ): Promise<() => void>;
  refreshProperties(): Promise<void>;
  /** The card's code threw where nobody catches: the card is gone. */
  readonly reportCrash: (text: string) => void;
  /** The card asked for something that this host does not have. */
  reportUnimplemented(name: string): void;
}

/** Where a person is among the app's pages: `/` is its home page. */
export interface PageLocation {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What a card or page sees as `context`; only a card stands on a record. */
export interface CardContext {
  readonly location: 'crm.record.tab' | 'crm.record.sidebar' | 'settings' | 'pages';
  readonly user: {
    readonly id: number;
    readonly email: string;
    readonly emails: string[];
    readonly firstName: string;
    readonly lastName: string;
    readonly locale: string;
    readonly language: string;
    readonly roles: string[];
    readonly teams: { id: number; name: string; teammates: number[] }[];
    readonly permissions: 'integrations-management-write'[];
  };
  readonly portal: { readonly id: number; readonly timezone: string };
  readonly variables: Readonly<Record<string, string>>;
  readonly crm?: { readonly objectId: number; readonly objectTypeId: string };
  readonly extension: { readonly appId: number; readonly appName: string; readonly cardTitle: string };
}

/** What the worker exposes: run one card's bundle and draw through `channel`. */
export interface CardWorker {
  start(
    channel: RemoteChannel,
    bundleUrl: string,
    context: CardContext,
    services: CardServices,
  ): Promise<void>;
}
