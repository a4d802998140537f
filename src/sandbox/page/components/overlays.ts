import { createContext } from 'react';

type Switch = (open: boolean) => void;

/** The modals and panels of one card by id, so that `reactions` and `closeOverlay` reach them. */
export interface Overlays {
  readonly register: (id: string, toggle: Switch) => () => void;
  readonly open: (id: string) => void;
  readonly close: (id: string) => void;
}

export function createOverlays(): Overlays {
  const known = new Map<string, Switch>();
  return {
    register(id, toggle) {
      known.set(id, toggle);
      return () => {
        if (known.get(id) === toggle) known.delete(id);
      };
    },
    open: (id) => known.get(id)?.(true),
    close: (id) => known.get(id)?.(false),
  };
}

export const OverlaysContext = createContext<Overlays>(createOverlays());

/** Whether the overlay of the trigger above is open; null outside any trigger. */
export const OverlaySwitch = createContext<{ open: boolean; toggle: Switch } | null>(null);
