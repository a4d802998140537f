import { useContext, useMemo, useState, type ReactNode } from 'react';
import { OverlaysContext, OverlaySwitch } from './overlays.ts';

/** The second argument of HubSpot's handlers. */
export function useReactions() {
  const overlays = useContext(OverlaysContext);
  return useMemo(
    () => ({
      openModal: overlays.open,
      closeModal: overlays.close,
      openPanel: overlays.open,
      closePanel: overlays.close,
    }),
    [overlays],
  );
}

/** An `overlay` prop at work: `show` opens it, `wrap` puts it beside its trigger. A tooltip in it shows on hover by itself. */
export function useOverlayTrigger(overlay: ReactNode): {
  show: () => void;
  wrap: (trigger: ReactNode) => ReactNode;
} {
  const [open, setOpen] = useState(false);
  const value = useMemo(() => ({ open, toggle: setOpen }), [open]);
  return {
    show: () => setOpen(true),
    wrap: (trigger) =>
      overlay ? (
        <span className="ui-trigger">
          {trigger}
          <OverlaySwitch.Provider value={value}>{overlay}</OverlaySwitch.Provider>
        </span>
      ) : (
        trigger
      ),
  };
}
