import type {
  BaseButtonProps,
  ButtonProps,
  ButtonRowProps,
  LoadingButtonProps,
} from '@hubspot/ui-extensions';
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { extensionEvent } from './extension-event.ts';
import { hrefProps } from './href-props.ts';
import { Icon } from './Icon.tsx';
import { shortSize } from './sizes.ts';
import { useOverlayTrigger, useReactions } from './use-overlay-trigger.tsx';

export function Button({ overlay, onClick, ...look }: ButtonProps) {
  const reactions = useReactions();
  const { show, wrap } = useOverlayTrigger(overlay);
  return wrap(
    <Press
      {...look}
      press={(event) => {
        show();
        void onClick?.(extensionEvent(event), reactions);
      }}
    />,
  );
}

/** While it loads it cannot be pressed; an overlay may wait until loading is over. */
export function LoadingButton(props: LoadingButtonProps) {
  const { overlay, overlayOptions, loading = false, resultIconName, onClick, children, ...look } = props;
  const reactions = useReactions();
  const { show, wrap } = useOverlayTrigger(overlay);
  const opensAfterwards = overlayOptions?.openBehavior === 'onLoadingFinish';
  const wasLoading = useRef(false);
  useEffect(() => {
    if (wasLoading.current && !loading && opensAfterwards) show();
    wasLoading.current = loading;
  }, [loading]);
  return wrap(
    <Press
      {...look}
      disabled={look.disabled === true || loading}
      busy={loading}
      press={(event) => {
        if (!opensAfterwards) show();
        void onClick?.(extensionEvent(event), reactions);
      }}
    >
      {loading && <span className="spinner small" aria-hidden="true" />}
      {!loading && resultIconName && <Icon name={resultIconName} size="sm" />}
      {children}
    </Press>,
  );
}

export const ButtonRow = ({ children, testId }: ButtonRowProps) => (
  <div className="ui-button-row" data-test-id={testId}>
    {children}
  </div>
);

function Press(
  props: Omit<BaseButtonProps, 'onClick' | 'children'> & {
    press: (event: MouseEvent) => void;
    busy?: boolean;
    children?: ReactNode;
  },
) {
  const {
    variant = 'secondary',
    size = 'md',
    type = 'button',
    disabled,
    truncate,
    href,
    testId,
    children,
  } = props;
  const className = `ui-button ${variant} ${shortSize(size)}${truncate ? ' truncate' : ''}`;
  return href && !disabled ? (
    <a className={className} data-test-id={testId} {...hrefProps(href)} onClick={props.press}>
      {children}
    </a>
  ) : (
    <button
      className={className}
      type={type}
      disabled={disabled}
      aria-busy={props.busy}
      data-test-id={testId}
      onClick={props.press}
    >
      {children}
    </button>
  );
}
