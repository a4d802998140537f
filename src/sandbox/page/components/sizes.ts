import type { AllDistances } from '@hubspot/ui-extensions';

type Distance = 'flush' | 'xs' | 'sm' | 'md' | 'lg' | 'xl';

const SHORT: Record<AllDistances, Distance> = {
  flush: 'flush',
  'extra-small': 'xs',
  xs: 'xs',
  small: 'sm',
  sm: 'sm',
  medium: 'md',
  md: 'md',
  large: 'lg',
  lg: 'lg',
  'extra-large': 'xl',
  xl: 'xl',
};

const PIXELS: Record<Distance, number> = { flush: 0, xs: 4, sm: 8, md: 16, lg: 24, xl: 40 };

/** The short name of one of HubSpot's sizes, for class names. */
export const shortSize = (size: AllDistances): Distance => SHORT[size];

/** A distance in pixels; HubSpot names them and does not publish the numbers, these are ours. */
export const pixels = (size: AllDistances): number => PIXELS[SHORT[size]];
