import type { SyncDependencies } from '../dependencies.ts';

/** The types of records of which events are kept; those of any other are dropped as nobody's. */
export function followedTypes({
  taskFollower,
  followContactMerge,
}: Pick<SyncDependencies, 'taskFollower' | 'followContactMerge'>): readonly string[] {
  return ['deal', ...(taskFollower ? ['task'] : []), ...(followContactMerge ? ['contact'] : [])];
}
