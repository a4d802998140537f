import { Accordion } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { History } from './History.tsx';

/** The history behind one press, so that it is asked for only by who wants to see it. */
export function HistoryAccordion() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Accordion title="See the periods" size="xs" open={isOpen} onClick={() => setOpen(!isOpen)}>
      {isOpen ? <History /> : null}
    </Accordion>
  );
}
