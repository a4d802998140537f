import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

const UNMEASURED = 600;

/** The width in pixels of the element that carries the ref, so that what is drawn in it keeps its type size. */
export function useWidth(): readonly [RefObject<HTMLElement>, number] {
  const element = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(UNMEASURED);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(1, Math.round(entry.contentRect.width)));
    });
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
