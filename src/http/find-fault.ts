export interface Needs {
  readonly isStopping: () => boolean;
  /** Fails when the store does not answer. */
  readonly isMigrated: () => Promise<boolean>;
  /** Fails when the queue does not answer. */
  readonly askQueue: () => Promise<unknown>;
}

/** What keeps a process from being ready, in words without any detail; null when nothing does. */
export async function findFault({ isStopping, isMigrated, askQueue }: Needs): Promise<string | null> {
  if (isStopping()) return 'stopping';
  try {
    if (!(await isMigrated())) return 'migrations are not done';
  } catch {
    return 'store unreachable';
  }
  try {
    await askQueue();
    return null;
  } catch {
    return 'queue unreachable';
  }
}
