import type { Visible } from './choose-visible.ts';

/** Whom the page speaks of, as its heading says it. */
export function describeVisible(visible: Exclude<Visible, { readonly kind: 'nobody' }>): string {
  if (visible.kind === 'everybody') return 'Everybody';
  if (visible.kind === 'self') return 'You';
  return visible.below === 1
    ? 'You and the person who reports to you'
    : `You and the ${visible.below} people below you`;
}
