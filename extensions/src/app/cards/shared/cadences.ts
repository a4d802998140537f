import type { Cadence } from '../contract/index.ts';

/** How often a 1:1 is held, in words. */
export const cadenceWords: Readonly<Record<Cadence, string>> = {
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month',
};

/** The same to choose from. */
export const cadenceOptions = (['weekly', 'fortnightly', 'monthly'] as const).map((value) => ({
  label: cadenceWords[value],
  value,
}));
