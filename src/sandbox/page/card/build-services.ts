import { retain } from '@remote-ui/rpc';
import type { Overlays } from '../components/overlays.ts';
import { fetchForCard, readDeal } from '../portal.ts';
import type { RecordFeed } from '../record/record-feed.ts';
import { selectProperties } from './select-properties.ts';
import { recordUnimplemented } from './record-unimplemented.ts';
import type { Alert, CardServices, IframeModal } from './worker-protocol.ts';

/** The page's side of a card: what its worker may ask for. Functions that come over the wire are retained before they are kept. */
export function buildServices(options: {
  dealId: string;
  userId: number;
  feed: RecordFeed;
  overlays: Overlays;
  onAlert: (alert: Alert) => void;
  onRefresh: () => Promise<void>;
  onCrash: (text: string) => void;
  onIframe: (modal: IframeModal, onClose: () => void) => void;
}): CardServices {
  const { dealId, userId, feed, overlays, onAlert, onRefresh, onCrash, onIframe } = options;
  return {
    addAlert: onAlert,
    reloadPage: () => location.reload(),
    closeOverlay: overlays.close,
    copyText: (text) => navigator.clipboard.writeText(text),
    openIframeModal(modal, onClose) {
      if (onClose) retain(onClose);
      onIframe(modal, () => onClose?.());
    },
    navigateToPage: (to) =>
      onAlert({ type: 'info', message: `HubSpot would open the app page “${to}” now.` }),
    fetch: (question) => fetchForCard({ ...question, userId }),
    readProperties: async (names, formatted) => selectProperties(await readDeal(dealId), names, formatted),
    watchProperties(names, receive) {
      retain(receive);
      return Promise.resolve(feed.watch(names, receive));
    },
    refreshProperties: onRefresh,
    reportCrash: onCrash,
    reportUnimplemented: recordUnimplemented,
  };
}
