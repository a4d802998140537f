import { retain } from '@remote-ui/rpc';
import type { Overlays } from '../components/overlays.ts';
import { fetchForCard, readRecord } from '../portal.ts';
import type { RecordKey } from '../portal-types.ts';
import type { RecordFeed } from '../record/record-feed.ts';
import { openPage } from '../app-page/open-page.ts';
import { selectProperties } from './select-properties.ts';
import { recordUnimplemented } from './record-unimplemented.ts';
import type { Alert, CardServices, IframeModal, PageLocation } from './worker-protocol.ts';

/** The record on which a card stands. */
export interface OpenRecord {
  readonly key: RecordKey;
  readonly feed: RecordFeed;
  readonly onRefresh: () => Promise<void>;
}

/**
 * The page's side of a card or of one of the app's pages: what its worker may ask for. Functions that come over the wire
 * are retained before they are kept.
 */
export function buildServices(options: {
  /** Null for a page, which stands on no record. */
  record: OpenRecord | null;
  userId: number;
  overlays: Overlays;
  onAlert: (alert: Alert) => void;
  onCrash: (text: string) => void;
  onIframe: (modal: IframeModal, onClose: () => void) => void;
  /** The worker wants to hear where the app's pages are. */
  onFollowLocation: (receive: (location: PageLocation) => void) => void;
}): CardServices {
  const { record, userId, overlays, onAlert, onCrash, onIframe, onFollowLocation } = options;
  const onRecord = (): OpenRecord => {
    if (record) return record;
    recordUnimplemented('properties of a record beside records');
    throw new Error('There is no record here.');
  };
  return {
    addAlert: onAlert,
    reloadPage: () => location.reload(),
    closeOverlay: overlays.close,
    copyText: (text) => navigator.clipboard.writeText(text),
    openIframeModal(modal, onClose) {
      if (onClose) retain(onClose);
      onIframe(modal, () => onClose?.());
    },
    navigateToPage: (to, params) => openPage({ to, params }),
    watchPageLocation(receive) {
      retain(receive);
      onFollowLocation(receive);
    },
    fetch: (question) => fetchForCard({ ...question, userId }),
    readProperties: async (names, formatted) =>
      selectProperties(await readRecord(onRecord().key), names, formatted),
    watchProperties(names, receive) {
      retain(receive);
      return Promise.resolve(onRecord().feed.watch(names, receive));
    },
    refreshProperties: () => onRecord().onRefresh(),
    reportCrash: onCrash,
    reportUnimplemented: recordUnimplemented,
  };
}
