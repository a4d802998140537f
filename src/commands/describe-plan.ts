import type { WriteBackPlan } from '../sync/index.ts';

const ROWS_A_CALL = 100;
const EXAMPLES = 3;

/** The plan in the words in which ops is asked: how many deals, which properties, how many calls, a few in full. */
export function describePlan(
  portalName: string,
  { patches, unchanged }: Pick<WriteBackPlan, 'patches' | 'unchanged'>,
): string {
  if (patches.length === 0)
    return `${portalName}: nothing to write; ${count(unchanged.length, 'deal')} up to date.`;
  const changes = new Map<string, number>();
  for (const { properties } of patches) {
    for (const name of Object.keys(properties)) changes.set(name, (changes.get(name) ?? 0) + 1);
  }
  const calls = Math.ceil(patches.length / ROWS_A_CALL);
  return [
    `${portalName}: ${count(patches.length, 'deal')}, ${changes.size} properties, ${count(calls, 'call')}; ${count(unchanged.length, 'deal')} up to date.`,
    ...[...changes].sort().map(([name, deals]) => `  ${name.padEnd(28)} ${count(deals, 'deal')}`),
    ...patches
      .slice(0, EXAMPLES)
      .map(({ recordId, properties }) => `  for example deal ${recordId}: ${JSON.stringify(properties)}`),
  ].join('\n');
}

const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
