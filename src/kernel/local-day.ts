/** A day as people in the portal's zone write it: `'30 Dec 2026'`. */
export function localDay(instant: Date, timeZone: string): string {
  return formatIn(timeZone, days).format(instant);
}

/** A moment as people in the portal's zone write it: `'24 Nov, 10:42'`. */
export function localMoment(instant: Date, timeZone: string): string {
  return formatIn(timeZone, moments).format(instant);
}

/** A moment that may be years ago: `'24 Nov 2026, 10:42'`. */
export function datedMoment(instant: Date, timeZone: string): string {
  return formatIn(timeZone, datedMoments).format(instant);
}

/** How far a figure reaches: `'as of 24 Nov, 10:42'`. */
export function asOfLabel(instant: Date, timeZone: string): string {
  return `as of ${localMoment(instant, timeZone)}`;
}

interface Style {
  readonly options: Intl.DateTimeFormatOptions;
  /** By time zone, of which there are a few hundred: making a format takes longer than everything else on a card. */
  readonly made: Map<string, Intl.DateTimeFormat>;
}

const days: Style = { options: { day: 'numeric', month: 'short', year: 'numeric' }, made: new Map() };
const moments: Style = {
  options: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  made: new Map(),
};

const datedMoments: Style = { options: { ...days.options, ...moments.options }, made: new Map() };

function formatIn(timeZone: string, { options, made }: Style): Intl.DateTimeFormat {
  const format = made.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  made.set(timeZone, format);
  return format;
}
