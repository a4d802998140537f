import type { SyntheticEvent } from 'react';

/** A DOM event as HubSpot hands it to cards: plain data, because nothing else crosses to the worker. */
export const extensionEvent = (event: SyntheticEvent) => ({
  type: event.type,
  bubbles: event.bubbles,
  timeStamp: event.timeStamp,
  id: event.currentTarget instanceof Element ? event.currentTarget.id : '',
});
