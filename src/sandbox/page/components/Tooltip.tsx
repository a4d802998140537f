import type { TooltipProps } from '@hubspot/ui-extensions';

/** Lives in a trigger's `overlay`; the style sheet shows it while the trigger is hovered or has the focus. */
export const Tooltip = ({ children, placement = 'top', testId }: TooltipProps) => (
  <span className={`ui-tooltip ${placement}`} role="tooltip" data-test-id={testId}>
    {children}
  </span>
);
