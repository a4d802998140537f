import type { HeadingProps, ImageProps, LinkProps, TextProps } from '@hubspot/ui-extensions';
import type { CSSProperties } from 'react';
import { extensionEvent } from './extension-event.ts';
import { hrefProps } from './href-props.ts';
import { useOverlayTrigger, useReactions } from './use-overlay-trigger.tsx';

const WEIGHT = { regular: 400, demibold: 600, bold: 700 } as const;
const DECORATION = { none: 'none', underline: 'underline', strikethrough: 'line-through' } as const;

export function Text({ children, variant = 'bodytext', inline, format = {}, truncate, testId }: TextProps) {
  const { fontWeight, italic, lineDecoration, textTransform } = format;
  const sentenceCase = textTransform === 'sentenceCase';
  const style: CSSProperties = {
    fontWeight: fontWeight && WEIGHT[fontWeight],
    fontStyle: italic ? 'italic' : undefined,
    textDecoration: lineDecoration && DECORATION[lineDecoration],
    textTransform: textTransform === 'sentenceCase' ? undefined : textTransform,
    maxWidth: typeof truncate === 'object' ? truncate.maxWidth : undefined,
  };
  const Tag = inline ? 'span' : 'p';
  return (
    <Tag
      className={`ui-text ${variant}${truncate ? ' truncate' : ''}${sentenceCase ? ' sentence-case' : ''}`}
      style={style}
      title={typeof truncate === 'object' ? truncate.tooltipText : undefined}
      data-test-id={testId}
    >
      {children}
    </Tag>
  );
}

export const Heading = ({ children, inline, testId }: HeadingProps) =>
  inline ? (
    <strong className="ui-heading" data-test-id={testId}>
      {children}
    </strong>
  ) : (
    <h3 className="ui-heading" data-test-id={testId}>
      {children}
    </h3>
  );

export function Link({
  children,
  href,
  variant = 'primary',
  onClick,
  preventDefault,
  overlay,
  testId,
}: LinkProps) {
  const reactions = useReactions();
  const { show, wrap } = useOverlayTrigger(overlay);
  return wrap(
    <a
      className={`ui-link ${variant}`}
      data-test-id={testId}
      {...hrefProps(href)}
      onClick={(event) => {
        if (preventDefault || overlay) event.preventDefault();
        show();
        void onClick?.(extensionEvent(event), reactions);
      }}
    >
      {children}
    </a>,
  );
}

export function Image({ alt = '', src, href, width, height, onClick, overlay, testId }: ImageProps) {
  const reactions = useReactions();
  const { show, wrap } = useOverlayTrigger(overlay);
  const picture = (
    <img
      className="ui-image"
      alt={alt}
      src={src}
      width={width}
      height={height}
      data-test-id={testId}
      onClick={(event) => {
        show();
        void onClick?.(extensionEvent(event), reactions);
      }}
    />
  );
  return wrap(href ? <a {...hrefProps(href)}>{picture}</a> : picture);
}
