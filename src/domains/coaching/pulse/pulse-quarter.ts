import { periodAt } from '../../../kernel/period.ts';

/**
 * The quarter of the pulse at an instant. It is the calendar's, whatever fiscal calendar ops choose: a quarter that somebody
 * could shorten by a setting would ask the same people more often, and each answer moves the odds by 11 : 1 anew.
 */
export function pulseQuarterAt(instant: Date, timeZone: string): string {
  return periodAt({ timeZone, startMonth: 1 }, 'quarter', instant).key;
}

const months: Readonly<Record<string, string>> = {
  Q1: 'January to March',
  Q2: 'April to June',
  Q3: 'July to September',
  Q4: 'October to December',
};

/** `'October to December 2026'`: not "Q4", which is another one where the fiscal year starts in another month. */
export function labelPulseQuarter(key: string): string {
  const [year = '', quarter = ''] = key.split('-');
  return `${months[quarter] ?? quarter} ${year}`;
}
