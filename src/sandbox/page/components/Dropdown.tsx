import type { DropdownButtonItemProps, DropdownProps } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useDismiss } from '../shell/use-dismiss.ts';
import { extensionEvent } from './extension-event.ts';
import { shortSize } from './sizes.ts';
import { useOverlayTrigger, useReactions } from './use-overlay-trigger.tsx';

/** The items stay mounted while the menu is closed: an overlay that one of them opened outlives the menu. */
export function Dropdown(props: DropdownProps) {
  const { options, variant = 'secondary', buttonText, buttonSize = 'md', disabled, children, testId } = props;
  const [open, setOpen] = useState(false);
  const box = useDismiss(open, () => setOpen(false));
  return (
    <div className="ui-dropdown" ref={box} data-test-id={testId}>
      <button
        type="button"
        className={`ui-button ${variant} ${shortSize(buttonSize)}`}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {buttonText}
        <span className="caret" aria-hidden="true" />
      </button>
      <div className="menu" role="menu" hidden={!open} onClick={() => setOpen(false)}>
        {options?.map((option) => (
          <button
            key={option.label}
            type="button"
            role="menuitem"
            className="menu-item"
            onClick={() => option.onClick?.()}
          >
            {option.label}
          </button>
        ))}
        {children}
      </div>
    </div>
  );
}

export function DropdownButtonItem({ children, onClick, overlay, testId }: DropdownButtonItemProps) {
  const reactions = useReactions();
  const { show, wrap } = useOverlayTrigger(overlay);
  return wrap(
    <button
      type="button"
      role="menuitem"
      className="menu-item"
      data-test-id={testId}
      onClick={(event) => {
        show();
        void onClick?.(extensionEvent(event), reactions);
      }}
    >
      {children}
    </button>,
  );
}
