import { useContext, useEffect, useRef, useState } from 'react';
import { OverlaysContext, OverlaySwitch } from './overlays.ts';

/** A modal's or panel's side of its trigger: is it open, and how to close it; tells the card on opening and closing. */
export function useOverlay(options: {
  id: string;
  onOpen?: (() => void) | undefined;
  onClose?: (() => void) | undefined;
}): { open: boolean; close: () => void } {
  const { id } = options;
  const overlays = useContext(OverlaysContext);
  const fromTrigger = useContext(OverlaySwitch);
  const own = useState(false);
  const [open, toggle] = fromTrigger ? [fromTrigger.open, fromTrigger.toggle] : own;
  useEffect(() => overlays.register(id, toggle), [overlays, id, toggle]);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (open === wasOpen.current) return;
    wasOpen.current = open;
    if (open) options.onOpen?.();
    else options.onClose?.();
  });
  return { open, close: () => toggle(false) };
}
