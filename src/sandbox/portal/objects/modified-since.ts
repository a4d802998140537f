import type { SearchFilter } from './search-filter.ts';

const names = ['hs_lastmodifieddate', 'lastmodifieddate'];

/** The instant (milliseconds) before which nothing modified can pass, when every group asks for such a one. */
export function modifiedSince(groups: readonly (readonly SearchFilter[])[]): number | undefined {
  if (groups.length === 0) return undefined;
  const bounds = groups.map((group) =>
    Math.max(-Infinity, ...group.filter(({ propertyName }) => names.includes(propertyName)).map(lowerBound)),
  );
  const least = Math.min(...bounds);
  return Number.isFinite(least) ? least : undefined;
}

function lowerBound({ operator, value = '' }: SearchFilter): number {
  if (!['GT', 'GTE', 'EQ', 'BETWEEN'].includes(operator)) return -Infinity;
  const instant = /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(instant) ? -Infinity : instant;
}
