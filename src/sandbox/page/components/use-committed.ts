import { useEffect, useRef, useState } from 'react';

/**
 * A value that is typed freely and given out only when it is committed, HubSpot's rule for text fields: `onChange` on
 * leaving the field and on Enter, `onInput` on each key. A value from the card replaces what was typed.
 */
export function useCommitted<Value>(options: {
  value: Value | undefined;
  initial: Value;
  onChange: ((value: Value) => void) | undefined;
}): { typed: Value; type: (value: Value) => void; commit: () => void } {
  const { value, initial, onChange } = options;
  const [typed, setTyped] = useState(value ?? initial);
  const committed = useRef(typed);
  useEffect(() => {
    if (value === undefined) return;
    committed.current = value;
    setTyped(value);
  }, [value]);
  return {
    typed,
    type: setTyped,
    commit: () => {
      if (typed === committed.current) return;
      committed.current = typed;
      onChange?.(typed);
    },
  };
}
