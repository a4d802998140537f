import type { Alert, CardServices, IframeModal } from '../card/worker-protocol.ts';
import type { PropertyValues } from '../portal-types.ts';

/** What a card may do on a record, as `actions`. */
export interface CardActions {
  addAlert(alert: Alert): void;
  reloadPage(): void;
  closeOverlay(id: string): void;
  copyTextToClipboard(text: string): Promise<void>;
  openIframeModal(modal: IframeModal, onClose?: () => void): void;
  navigateToPage(target: { to: string; params?: Record<string, string> }): void;
  fetchCrmObjectProperties(names: string[] | '*'): Promise<PropertyValues>;
  refreshObjectProperties(): void;
  onCrmPropertiesUpdate(
    names: string[] | '*',
    receive: (changed: PropertyValues, error?: { message: string }) => void,
  ): void;
}

/** HubSpot's actions: most are done by the page and answer nothing. */
export function buildActions(services: CardServices): CardActions {
  return {
    addAlert: (alert) => void services.addAlert(alert),
    reloadPage: () => void services.reloadPage(),
    closeOverlay: (id) => void services.closeOverlay(id),
    copyTextToClipboard: (text) => services.copyText(text),
    openIframeModal: (modal, onClose) => void services.openIframeModal(modal, onClose),
    navigateToPage: ({ to, params = {} }) => void services.navigateToPage(to, params),
    fetchCrmObjectProperties: (names) => services.readProperties(names, []),
    refreshObjectProperties: () => void services.refreshProperties(),
    // Called from the page with one argument; the card's second one is for errors, which the feed has none of.
    onCrmPropertiesUpdate: (names, receive) =>
      void services.watchProperties(names, (changed) => receive(changed)),
  };
}
