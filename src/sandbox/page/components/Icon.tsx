import type { IconProps } from '@hubspot/ui-extensions';
import { recordUnimplemented } from '../card/record-unimplemented.ts';
import { ICON_PATHS } from './icon-paths.ts';
import { shortSize } from './sizes.ts';

const PIXELS = { sm: 14, md: 18, lg: 24 } as const;

/** An icon that was not drawn yet counts as missing, like a component. */
export function Icon({ name, color = 'inherit', size = 'sm', screenReaderText, testId }: IconProps) {
  const path = ICON_PATHS[name];
  const side = PIXELS[shortSize(size) as keyof typeof PIXELS];
  if (path === undefined) {
    recordUnimplemented(`icon ${name}`);
    return <span className="unimplemented" data-unimplemented={`icon ${name}`} />;
  }
  return (
    <svg
      className={`ui-icon ${color}`}
      viewBox="0 0 24 24"
      width={side}
      height={side}
      role={screenReaderText ? 'img' : undefined}
      aria-label={screenReaderText}
      aria-hidden={screenReaderText ? undefined : true}
      data-test-id={testId}
    >
      <path d={path} />
    </svg>
  );
}
