import type { SyncDependencies } from '../dependencies.ts';

/** The types of records of which events are kept; those of any other are dropped as nobody's. */
export function followedTypes({ taskFollower }: Pick<SyncDependencies, 'taskFollower'>): readonly string[] {
  return taskFollower === undefined ? ['deal'] : ['deal', 'task'];
}
