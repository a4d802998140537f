import type { AccordionProps } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { shortSize } from './sizes.ts';

/** `open` makes it the card's; without it the accordion opens and closes by itself. */
export function Accordion(props: AccordionProps) {
  const { title, children, open, defaultOpen = false, disabled, size = 'md', onClick, testId } = props;
  const [own, setOwn] = useState(defaultOpen);
  const shown = open ?? own;
  return (
    <section className={`ui-accordion ${shortSize(size)}`} data-test-id={testId}>
      <button
        type="button"
        className="ui-accordion-head"
        aria-expanded={shown}
        disabled={disabled}
        onClick={() => {
          setOwn(!shown);
          onClick?.();
        }}
      >
        <span className="ui-chevron" aria-hidden="true" />
        {title}
      </button>
      {shown && <div className="ui-accordion-body">{children}</div>}
    </section>
  );
}
